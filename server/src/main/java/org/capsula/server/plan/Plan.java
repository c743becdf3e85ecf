package org.capsula.server.plan;

import java.util.Map;
import org.capsula.server.release.Wish;
import org.jspecify.annotations.Nullable;

/**
 * When the capsules of a collection are to be shown, one after the other, as somebody wrote it.
 *
 * @param first when the first one opens: local, as 2027-01-12T09:00
 * @param every from one opening to the next, as P1W or P3D; the clocks there show the same time
 * @param closesAfter from an opening to its closing, as P4W; null or empty where they stay open
 * @param again whether those that are open already are planned too; else they stay as they are
 * @param meanings by local time, which is meant of a time that comes twice or never, with its
 *     offset; null for none
 * @param terms of each of them; when it opens and closes is not read there
 */
public record Plan(
    @Nullable String first,
    @Nullable String every,
    @Nullable String closesAfter,
    boolean again,
    @Nullable Map<String, String> meanings,
    @Nullable Wish terms) {

  boolean isClosing() {
    return closesAfter != null && !closesAfter.isBlank();
  }
}

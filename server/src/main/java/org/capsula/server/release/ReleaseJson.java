package org.capsula.server.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.catalog.release.ReleaseStore.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What is decided of a capsule, and what still hinders that it is shown.
 *
 * @param state draft, scheduled, open or closed: what is decided, whatever hinders it
 * @param audience public, signed-in or link; null for a draft
 * @param opens in UTC; null for a draft
 * @param closes in UTC; null where it does not
 * @param page where the public sees it; null while it does not
 * @param hindrances to be settled before anybody sees it; empty where nothing is in the way
 */
public record ReleaseJson(
    String state,
    @Nullable String audience,
    @Nullable String opens,
    @Nullable String closes,
    @Nullable String page,
    List<HindranceJson> hindrances) {

  /**
   * Something that is in the way.
   *
   * @param code no-film, held or languages
   * @param sentence in the language of whoever asks
   */
  public record HindranceJson(String code, String sentence) {}

  static ReleaseJson of(
      Standing standing, @Nullable String page, List<HindranceJson> hindrances, Instant now) {
    Instant closes = standing.closesAt();
    return new ReleaseJson(
        state(standing, now),
        standing.audience(),
        standing.opensAt() == null ? null : Objects.toString(standing.opensAt()),
        closes == null ? null : closes.toString(),
        page,
        hindrances);
  }

  private static String state(Standing standing, Instant now) {
    Instant opens = standing.opensAt();
    Instant closes = standing.closesAt();
    if (opens == null) {
      return "draft";
    }
    if (closes != null && !closes.isAfter(now)) {
      return "closed";
    }
    return opens.isAfter(now) ? "scheduled" : "open";
  }
}

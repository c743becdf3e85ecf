package org.capsula.pipeline.upkeep;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in storage that nothing in the library names any more.
 *
 * @param name an edition's id, or a file's SHA-256
 * @param bytes that its removal frees
 * @param slug of a capsule that had it; null where that is not known
 * @param since when it was first seen to be unused
 * @param goesAt when it is removed
 */
public record Unused(
    Kind kind, String name, long bytes, @Nullable String slug, Instant since, Instant goesAt) {

  /** What it is. */
  public enum Kind {
    EDITION,
    FILE;

    /** The word in the database and in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package org.capsula.pipeline.announcement;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something that has come to pass with a release.
 *
 * @param dueAt the time of the release that it is about; what was late is told by {@code madeAt}
 */
public record Announcement(String capsuleId, Kind kind, Instant dueAt, Instant madeAt) {

  Announcement as(Kind other) {
    return new Announcement(capsuleId, other, dueAt, madeAt);
  }

  /** What it says. */
  public enum Kind {
    /** Its audience sees it now. */
    OPENED,
    /** It was to open, and its film is still made; it opens by itself. */
    WAITING,
    /** It was to open, and something is in the way that somebody has to see to. */
    HINDERED,
    /** It closes within days. */
    CLOSING,
    CLOSED;

    /** The word in the API and in the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWord(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow();
    }
  }
}

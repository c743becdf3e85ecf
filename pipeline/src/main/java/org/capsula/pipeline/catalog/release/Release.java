package org.capsula.pipeline.catalog.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trainer's decision to show a capsule.
 *
 * @param closesAt the first instant at which it is shut again; null for never
 * @param zone in which its times were given
 * @param requiredLanguages without subtitles in one of them it stays shut
 */
public record Release(
    String capsuleId,
    Audience audience,
    Instant opensAt,
    @Nullable Instant closesAt,
    ZoneId zone,
    List<String> requiredLanguages) {
  public Release {
    requiredLanguages = List.copyOf(requiredLanguages);
  }

  /** At once and for everybody. */
  public static Release now(String capsuleId, Instant now, List<String> requiredLanguages) {
    return new Release(capsuleId, Audience.PUBLIC, now, null, ZoneId.of("UTC"), requiredLanguages);
  }

  /** Who may see it. */
  public enum Audience {
    PUBLIC("public"),
    SIGNED_IN("signed-in"),
    LINK("link");

    private final String word;

    Audience(String word) {
      this.word = word;
    }

    /** The word in side-cars and in the database. */
    public String word() {
      return word;
    }
  }
}

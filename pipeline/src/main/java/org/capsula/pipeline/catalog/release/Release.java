package org.capsula.pipeline.catalog.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trainer's decision to show a capsule.
 *
 * @param closesAt the first instant at which it is shut again; null for never
 * @param zone in which its times were given
 * @param required without these subtitles it stays shut
 */
public record Release(
    String capsuleId,
    Audience audience,
    Instant opensAt,
    @Nullable Instant closesAt,
    ZoneId zone,
    List<RequiredLanguage> required,
    Notices notices) {
  public Release {
    required = List.copyOf(required);
  }

  /** Of which nothing is said before or after; subtitles in these languages are enough. */
  public static Release of(
      String capsuleId,
      Audience audience,
      Instant opensAt,
      @Nullable Instant closesAt,
      ZoneId zone,
      List<String> languages) {
    return new Release(
        capsuleId,
        audience,
        opensAt,
        closesAt,
        zone,
        RequiredLanguage.present(languages),
        Notices.NONE);
  }

  /** At once and for everybody. */
  public static Release now(String capsuleId, Instant now, List<String> languages) {
    return of(capsuleId, Audience.PUBLIC, now, null, ZoneId.of("UTC"), languages);
  }

  /**
   * What its page says while it is shut.
   *
   * @param announced whether it tells from when it is available
   * @param archived whether it tells until when it was; else it is as if it had never been
   */
  public record Notices(boolean announced, boolean archived) {
    public static final Notices NONE = new Notices(false, false);
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

    public static Optional<Audience> ofWord(String word) {
      return Arrays.stream(values()).filter(audience -> audience.word.equals(word)).findFirst();
    }
  }
}

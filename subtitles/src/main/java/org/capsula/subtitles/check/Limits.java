package org.capsula.subtitles.check;

import java.time.Duration;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/**
 * What readers can be asked for. The figures are those of broadcasters' and streaming services'
 * guides (BBC Subtitle Guidelines; Netflix Timed Text Style Guide: 42 characters, 2 lines, 2 frames
 * apart, 7 s, 17 characters a second, 20 in English), with a shortest time that is milder than
 * theirs.
 *
 * @param speed characters a second
 * @param lineLength characters
 * @param gap between the end of a cue and the start of the next; none at all is as good
 * @param film its length; null when unknown
 */
public record Limits(
    int speed,
    int lines,
    int lineLength,
    Duration shortest,
    Duration longest,
    Duration gap,
    @Nullable Duration film) {

  private static final int ANY = Integer.MAX_VALUE;
  private static final Duration ANY_TIME = Duration.ofDays(365);

  /** Two frames of 25 a second. */
  private static final Duration TWO_FRAMES = Duration.ofMillis(80);

  /**
   * @param language BCP 47
   */
  public static Limits of(String language, Role role) {
    return switch (role) {
      case SUBTITLES, CAPTIONS ->
          new Limits(
              language.equals("en") || language.startsWith("en-") ? 20 : 17,
              2,
              42,
              Duration.ofMillis(500),
              Duration.ofSeconds(7),
              TWO_FRAMES,
              null);
      // Heard, or stood in a list: nobody reads them against the clock.
      case DESCRIPTIONS, CHAPTERS ->
          new Limits(ANY, ANY, ANY, Duration.ofMillis(500), ANY_TIME, Duration.ZERO, null);
    };
  }

  public Limits withFilm(Duration length) {
    return new Limits(speed, lines, lineLength, shortest, longest, gap, length);
  }

  /**
   * @param framesPerSecond above 0
   */
  public Limits withFrameRate(double framesPerSecond) {
    Duration twoFrames = Duration.ofMillis(Math.round(2000 / framesPerSecond));
    return new Limits(
        speed, lines, lineLength, shortest, longest, gap.isZero() ? gap : twoFrames, film);
  }

  /** The least time in which this many characters can be read. */
  Duration readingTime(int characters) {
    Duration needed =
        speed == ANY ? Duration.ZERO : Duration.ofMillis((characters * 1000L + speed - 1) / speed);
    return needed.compareTo(shortest) > 0 ? needed : shortest;
  }
}

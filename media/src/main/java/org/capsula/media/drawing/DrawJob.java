package org.capsula.media.drawing;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One drawn film as a camera would have stored it.
 *
 * @param length how much of the film, from its beginning
 * @param target its last extension names the container: {@code .mov} or {@code .mp4}
 */
public record DrawJob(DrawnFilm film, Duration length, Capture capture, Path target) {
  public DrawJob {
    if (length.isNegative() || length.isZero() || length.compareTo(film.length()) > 0) {
      throw new IllegalArgumentException("not a part of " + film + ": " + length);
    }
  }

  public static DrawJob ofWhole(DrawnFilm film, Capture capture, Path target) {
    return new DrawJob(film, film.length(), capture, target);
  }
}

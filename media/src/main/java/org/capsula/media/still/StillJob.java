package org.capsula.media.still;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One picture to be made into a JPEG, upright and with square pixels.
 *
 * @param source a film, or a picture where {@code at} is null
 * @param at from the film's start; behind its end it is its last frame. Null for a picture, in one
 *     of the formats that are taken as a poster
 * @param longestSide in pixels; a smaller picture keeps its size
 */
public record StillJob(Path source, @Nullable Duration at, int longestSide, Path target) {
  public StillJob {
    if (longestSide < 2 || (at != null && at.isNegative())) {
      throw new IllegalArgumentException("no still of " + longestSide + " pixels at " + at);
    }
  }
}

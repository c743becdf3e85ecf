package org.capsula.media.transcode;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The part of the footage that becomes the capsule.
 *
 * @param start from the footage's first sample
 * @param end from the footage's first sample; null for the footage's own end
 */
public record Trim(Duration start, @Nullable Duration end) {
  public static final Trim NONE = new Trim(Duration.ZERO, null);

  public Trim {
    if (start.isNegative() || (end != null && end.compareTo(start) <= 0)) {
      throw new IllegalArgumentException("not a span of time: " + start + " to " + end);
    }
  }

  /** How long the capsule is when the footage lasts {@code whole}; zero when it starts later. */
  public Duration lengthOf(Duration whole) {
    Duration stop = end == null || end.compareTo(whole) > 0 ? whole : end;
    return stop.compareTo(start) <= 0 ? Duration.ZERO : stop.minus(start);
  }
}

package org.capsula.subtitles.timing;

import java.time.Duration;
import java.util.List;

/**
 * A stretch of time over which the shown text does not change.
 *
 * @param end later than {@code start}
 * @param parts the plain text of each region that shows any, in document order; cues without a
 *     region are one part; lines are parted by LF
 */
public record Interval(Duration start, Duration end, List<String> parts) {

  public Interval {
    parts = List.copyOf(parts);
  }

  /** All that is shown, lines parted by LF. */
  public String text() {
    return String.join("\n", parts);
  }
}

package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.Optional;
import org.capsula.media.Code;
import org.capsula.media.Finding;

/** What the container claims of its times, against what is in it. */
final class Durations {
  /** Headers round, and count the last picture differently. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private Durations() {}

  /**
   * Where the footage ends. An edit list may show only part of the last packet, and the QuickTime
   * family's header knows; other containers only estimate.
   *
   * @param lastPacket the end of the last packet, from the footage's start
   */
  static Duration end(Source source, Duration lastPacket) {
    long declared = source.context().duration();
    if (!source.container().equals("mov") || Times.isUnknown(declared)) {
      return lastPacket;
    }
    Duration shown = Times.ofMicros(declared);
    return shown.compareTo(lastPacket) < 0 ? shown : lastPacket;
  }

  /** The file's own time of its first sample; a camera's transport stream starts anywhere. */
  static Duration start(Source source) {
    long start = source.context().start_time();
    return Times.isUnknown(start) ? Duration.ZERO : Times.ofMicros(start);
  }

  /**
   * @param end of the last packet, from the footage's start
   */
  static Optional<Finding> truncated(Source source, Duration end) {
    long declared = source.context().duration();
    if (Times.isUnknown(declared)) {
      return Optional.empty();
    }
    Duration length = Times.ofMicros(declared);
    Duration missing = length.minus(end);
    Duration tolerated = max(TOLERANCE, length.dividedBy(50));
    return missing.compareTo(tolerated) <= 0
        ? Optional.empty()
        : Optional.of(Finding.of(Code.FOOTAGE_TRUNCATED).between(end, length));
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}

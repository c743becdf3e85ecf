package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.jspecify.annotations.Nullable;

/** What the container claims of its times, against what is in it. */
final class Durations {
  /** Headers round, and count the last picture differently. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private Durations() {}

  /**
   * Where the footage ends. An edit list may show only part of the last packet, and the QuickTime
   * family's header knows; other containers only estimate.
   *
   * @param start what {@link #start} gave
   * @param lastPacket the end of the last packet, from the footage's start
   */
  static Duration end(Source source, Duration start, Duration lastPacket) {
    long declared = source.context().duration();
    if (!source.container().equals("mov") || Times.isUnknown(declared)) {
      return lastPacket;
    }
    Duration shown = Times.ofMicros(declared).minus(start.minus(firstSample(source)));
    return shown.compareTo(lastPacket) < 0 ? shown : lastPacket;
  }

  /**
   * The file's own time that counts as 0. It is that of the first sample, or up to a frame later:
   * sound often begins some milliseconds before the pictures, which all would be shown up to half a
   * frame too early or late if they did not stand on the grid of frames from 0 on.
   *
   * @param video null for sound only
   */
  static Duration start(Source source, @Nullable AVStream video) {
    Duration first = firstSample(source);
    if (video == null || Times.isUnknown(video.start_time())) {
      return first;
    }
    AVRational rate = video.avg_frame_rate();
    if (rate.num() < rate.den() || rate.den() <= 0) {
      return first;
    }
    Duration frame = Duration.ofNanos(1_000_000_000L * rate.den() / rate.num());
    Duration lead = Times.duration(video.start_time(), video.time_base()).minus(first);
    return lead.isNegative() ? first : first.plusNanos(lead.toNanos() % frame.toNanos());
  }

  /** A camera's transport stream starts anywhere. */
  private static Duration firstSample(Source source) {
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

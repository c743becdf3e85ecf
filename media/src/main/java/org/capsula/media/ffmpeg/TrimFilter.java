package org.capsula.media.ffmpeg;

import java.time.Duration;
import org.capsula.media.transcode.Trim;

/** Cuts the footage to the part that is used and lets that part begin at 0. */
final class TrimFilter {
  private TrimFilter() {}

  static String picture(Trim trim) {
    return filter("", trim);
  }

  static String sound(Trim trim) {
    return filter("a", trim);
  }

  /** For pictures that begin at 0 already. */
  static String length(Trim trim) {
    Duration end = trim.end();
    return end == null ? "" : ",trim=end=" + Times.seconds(end.minus(trim.start()));
  }

  private static String filter(String prefix, Trim trim) {
    if (trim.equals(Trim.NONE)) {
      return "";
    }
    String start = Times.seconds(trim.start());
    Duration end = trim.end();
    String stop = end == null ? "" : ":end=" + Times.seconds(end);
    return ",%strim=start=%s%s,%ssetpts=PTS-%s/TB".formatted(prefix, start, stop, prefix, start);
  }
}

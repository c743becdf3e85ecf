package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.Severity;
import org.capsula.media.transcode.Trim;
import org.capsula.media.watch.Span;

/** Whether picture and sound end together. */
final class TrackEnds {
  /** Recorders stop the one a little after the other. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  /** Seconds of a day: no slide stands for longer. */
  private static final double LONGEST = 86_400;

  private TrackEnds() {}

  /**
   * @param picture where it ends, from the footage's start
   * @param longestPicture how long one picture is shown at the longest: that of a slide or of a
   *     screen where nothing moves may be shown to the end
   */
  static List<Finding> findings(
      Duration picture, Duration longestPicture, Duration sound, Trim trim) {
    boolean pictureFirst = picture.compareTo(sound) < 0;
    Duration start = pictureFirst ? picture : sound;
    Duration last = pictureFirst ? sound : picture;
    Duration end = trim.start().plus(trim.lengthOf(last));
    Duration tolerance = pictureFirst ? TOLERANCE.plus(longestPicture) : TOLERANCE;
    Duration missing = end.minus(start);
    if (missing.compareTo(tolerance) <= 0) {
      return List.of();
    }
    Finding finding =
        Finding.of(Code.TRACK_ENDS_EARLY)
            .between(start, end)
            .with("kind", pictureFirst ? "picture" : "sound")
            .with("seconds", Math.round(missing.toMillis() / 100.0) / 10.0);
    return List.of(
        Places.isGrave(missing, trim.lengthOf(last)) ? finding.as(Severity.ERROR) : finding);
  }

  /**
   * @param pictureTimes in seconds, ascending; a single picture is shown to the end
   */
  static Duration longest(double[] pictureTimes) {
    double longest = pictureTimes.length < 2 ? LONGEST : 0;
    for (int i = 1; i < pictureTimes.length; i++) {
      longest = Math.max(longest, pictureTimes[i] - pictureTimes[i - 1]);
    }
    return Duration.ofMillis((long) (Math.min(longest, LONGEST) * 1000));
  }

  /** Without what was said already: behind a track's end there is nothing of it to look at. */
  static List<Span> before(List<Span> spans, String kind, List<Finding> said) {
    return spans.stream()
        .filter(span -> said.stream().noneMatch(finding -> isBehind(span, kind, finding)))
        .toList();
  }

  private static boolean isBehind(Span span, String kind, Finding finding) {
    Duration end = finding.start();
    return finding.code().equals(Code.TRACK_ENDS_EARLY.word())
        && Objects.equals(finding.arguments().get("kind"), kind)
        && end != null
        && span.start().compareTo(end.minus(TOLERANCE)) >= 0;
  }
}

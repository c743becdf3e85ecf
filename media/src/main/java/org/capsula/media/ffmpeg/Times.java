package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.time.Duration;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.Rational;

/** Between libav*'s ticks and {@link Duration}. */
final class Times {
  private static final AVRational MICROSECOND = rational(new Rational(1, 1_000_000));
  private static final AVRational NANOSECOND = rational(new Rational(1, 1_000_000_000));

  private Times() {}

  static AVRational rational(Rational value) {
    return new AVRational().num(value.numerator()).den(value.denominator());
  }

  static long micros(Duration time) {
    return time.toNanos() / 1000;
  }

  static Duration ofMicros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }

  /**
   * @param ticks in {@code timeBase}, not {@link #isUnknown}
   */
  static Duration duration(long ticks, AVRational timeBase) {
    return Duration.ofNanos(av_rescale_q(ticks, timeBase, NANOSECOND));
  }

  static long ticks(Duration time, AVRational timeBase) {
    return av_rescale_q(micros(time), MICROSECOND, timeBase);
  }

  static long rescaled(long ticks, AVRational from, AVRational to) {
    return av_rescale_q(ticks, from, to);
  }

  static boolean isUnknown(long ticks) {
    return ticks == AV_NOPTS_VALUE;
  }

  /** For filter descriptions, which take decimal seconds. */
  static String seconds(Duration time) {
    return time.toSeconds() + "." + "%09d".formatted(time.toNanosPart());
  }
}

package org.capsula.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.capsula.media.Rational;
import org.capsula.media.probe.FrameRateEstimate;
import org.junit.jupiter.api.Test;

class PictureTimesTest {
  private static final long UNKNOWN = AV_NOPTS_VALUE;

  /** As I P B B P B B lie in the file, the B pictures without their times of showing. */
  @Test
  void someTimesOfShowingMissing_thoseOfDecodingStandForAll() {
    double[] times =
        times(
            new long[] {0, 3, UNKNOWN, UNKNOWN, 6, UNKNOWN, UNKNOWN},
            new long[] {-1, 0, 1, 2, 3, 4, 5});

    assertThat(times).containsExactly(-0.04, 0, 0.04, 0.08, 0.12, 0.16, 0.2);
    assertThat(FrameRateEstimate.of(times, List.of(Rational.of(25))))
        .isEqualTo(new FrameRateEstimate(Rational.of(25), true));
  }

  @Test
  void allTimesOfShowingKnown_theyCount() {
    assertThat(times(new long[] {0, 3, 1, 2}, new long[] {-1, 0, 1, 2}))
        .containsExactly(0, 0.04, 0.08, 0.12);
  }

  private static double[] times(long[] shown, long[] decoded) {
    PictureTimes times = new PictureTimes();
    try (AVPacket packet = new AVPacket()) {
      for (int i = 0; i < shown.length; i++) {
        times.add(packet.pts(shown[i]).dts(decoded[i]), Times.rational(new Rational(1, 25)));
      }
    }
    return times.ascending();
  }
}

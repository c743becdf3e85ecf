package org.capsula.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.capsula.media.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRateEstimateTest {
  private static final List<Rational> NOTHING_DECLARED = List.of();

  @ParameterizedTest
  @CsvSource({
    "24000, 1001",
    "24, 1",
    "25, 1",
    "30000, 1001",
    "30, 1",
    "50, 1",
    "60000, 1001",
    "60, 1",
    "25, 2",
    "10, 1",
    "1, 1",
    "15, 1",
    "15000, 1001"
  })
  void rate_ofConstantFilm_isItsOwn(int numerator, int denominator) {
    Rational rate = new Rational(numerator, denominator);

    assertThat(FrameRateEstimate.of(grid(rate, 300), List.of(rate)))
        .isEqualTo(new FrameRateEstimate(rate, true));
  }

  @ParameterizedTest
  @CsvSource({"24000, 1001", "24, 1", "25, 1", "30000, 1001", "30, 1", "50, 1", "60000, 1001"})
  void rate_ofConstantFilmWithoutDeclaration_isFoundFromItsTimes(int numerator, int denominator) {
    Rational rate = new Rational(numerator, denominator);
    // 23.976 and 24 part by half a frame after 500 frames.
    double[] twoMinutes = grid(rate, (int) (120 * rate.toDouble()));

    assertThat(FrameRateEstimate.of(twoMinutes, NOTHING_DECLARED))
        .isEqualTo(new FrameRateEstimate(rate, true));
  }

  @Test
  void rate_inMillisecondTimes_isStillTheExactOne() {
    double[] rounded =
        Arrays.stream(grid(new Rational(24_000, 1001), 1000))
            .map(second -> Math.round(second * 1000) / 1000.0)
            .toArray();

    assertThat(FrameRateEstimate.of(rounded, List.of(new Rational(2997, 125))))
        .isEqualTo(new FrameRateEstimate(new Rational(24_000, 1001), true));
  }

  @ParameterizedTest
  @CsvSource({"120, 1, 60, 1", "240, 1, 60, 1", "120000, 1001, 60000, 1001", "100, 1, 50, 1"})
  void rate_above60_isDividedToAtMost60(int fast, int denominator, int slow, int slowDenominator) {
    Rational rate = new Rational(fast, denominator);

    assertThat(FrameRateEstimate.of(grid(rate, 500), List.of(rate)))
        .isEqualTo(new FrameRateEstimate(new Rational(slow, slowDenominator), true));
  }

  @Test
  void rate_ofJitteringPhone_isTheUsualOne() {
    Random random = new Random(7);
    double[] times = grid(Rational.of(30), 400);
    for (int i = 0; i < times.length; i++) {
      times[i] += (random.nextDouble() - 0.5) * 0.008;
    }
    // What a header says when frames are missing at the end.
    FrameRateEstimate estimate = FrameRateEstimate.of(times, List.of(new Rational(2987, 100)));

    assertThat(estimate).isEqualTo(new FrameRateEstimate(Rational.of(30), true));
  }

  @Test
  void rate_withSomeFramesLost_isStillConstant() {
    double[] times = grid(Rational.of(25), 500);
    double[] some =
        IntStream.range(0, 500).filter(i -> i % 20 != 7).mapToDouble(i -> times[i]).toArray();

    assertThat(FrameRateEstimate.of(some, List.of(Rational.of(25))))
        .isEqualTo(new FrameRateEstimate(Rational.of(25), true));
  }

  @Test
  void rate_withAFifthOfTheFramesLost_isNotConstant() {
    double[] times = grid(Rational.of(25), 500);
    double[] some =
        IntStream.range(0, 500).filter(i -> i % 5 != 3).mapToDouble(i -> times[i]).toArray();

    assertThat(FrameRateEstimate.of(some, List.of(Rational.of(25))))
        .isEqualTo(new FrameRateEstimate(Rational.of(25), false));
  }

  @Test
  void rate_ofTwoMixedSpeeds_isTheUsualOneOfMostFrames() {
    List<Double> times = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < 600; i++) {
      times.add(at);
      at += i % 150 < 110 ? 1 / 30.0 : 1 / 17.0;
    }
    FrameRateEstimate estimate =
        FrameRateEstimate.of(
            times.stream().mapToDouble(time -> time).toArray(), List.of(new Rational(2418, 100)));

    assertThat(estimate).isEqualTo(new FrameRateEstimate(Rational.of(30), false));
  }

  @Test
  void rate_ofScreenRecordingWithALongPause_isNotTheMean() {
    List<Double> times = new ArrayList<>();
    Random random = new Random(3);
    double at = 0;
    for (int i = 0; i < 300; i++) {
      times.add(at);
      at += i == 100 ? 60 : 0.04 + (random.nextDouble() - 0.5) * 0.02;
    }
    FrameRateEstimate estimate =
        FrameRateEstimate.of(
            times.stream().mapToDouble(time -> time).toArray(), List.of(new Rational(417, 100)));

    assertThat(estimate.constant()).isFalse();
    assertThat(estimate.rate()).isIn(Rational.of(24), Rational.of(25), new Rational(24_000, 1001));
  }

  @Test
  void rate_ofOneFrame_isTheDeclaredOne() {
    assertThat(FrameRateEstimate.of(new double[] {0}, List.of(Rational.of(10))))
        .isEqualTo(new FrameRateEstimate(Rational.of(10), true));
  }

  @Test
  void rate_ofOneFrameWithABadDeclaration_isAtMost60() {
    // What libav* says of a still in a container that counts in 90 kHz.
    assertThat(FrameRateEstimate.of(new double[] {0}, List.of(Rational.of(90_000))).rate())
        .isLessThanOrEqualTo(Rational.of(60));
  }

  @Test
  void rate_ofNothing_is25() {
    assertThat(FrameRateEstimate.of(new double[0], NOTHING_DECLARED))
        .isEqualTo(new FrameRateEstimate(Rational.of(25), true));
  }

  @Test
  void rate_ofFramesAtOneTime_isAUsualOneAndNotConstant() {
    FrameRateEstimate estimate = FrameRateEstimate.of(new double[10], NOTHING_DECLARED);

    assertThat(estimate).isEqualTo(new FrameRateEstimate(Rational.of(60), false));
  }

  private static double[] grid(Rational rate, int frames) {
    // Where footage begins in its own clock must not matter.
    return IntStream.range(0, frames).mapToDouble(i -> 1.5 + i / rate.toDouble()).toArray();
  }
}

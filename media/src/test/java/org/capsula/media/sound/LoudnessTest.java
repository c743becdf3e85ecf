package org.capsula.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {
  private static final int SECOND = 48_000;
  private static final double LIMIT_DB = -2;

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, -70, -60})
  void loudness_belowWhatIsHeard_isSilence(double lufs) {
    assertThat(new Loudness(lufs, null).isSilence()).isTrue();
  }

  @Test
  void loudness_justAboveTheNoiseOfARoom_isAProgramme() {
    assertThat(new Loudness(-59.9, null).isSilence()).isFalse();
  }

  /** Tones whose peaks no limiter meets: the gain is the distance, within its bound. */
  @ParameterizedTest
  @CsvSource({"-40, 24", "-23, 7", "-16, 0", "-50, 30", "-65, 0"})
  void gain_whereNoLimiterWorks_isTheDistanceToTheTarget(double lufs, double gain) {
    LimiterForecast forecast = forecast(10, tone(lufs));

    assertThat(forecast.input().integratedLufs()).isCloseTo(lufs, within(0.05));
    assertThat(forecast.gainDb()).isCloseTo(gain, within(0.1));
  }

  @Test
  void gain_ofALoudProgramme_isNegative() {
    assertThat(forecast(10, tone(-5)).gainDb()).isCloseTo(-11, within(0.1));
  }

  @Test
  void gain_ofNothing_isNone() {
    assertThat(new LimiterForecast(new LevelProfile(), LIMIT_DB).gainDb()).isZero();
  }

  /** A second of speech and a clap: what the limiter takes off the claps, the gain gives. */
  @Test
  void gain_whereTheLimiterWorks_isMoreThanTheDistance() {
    LimiterForecast forecast =
        forecast(20, i -> i % SECOND < 240 ? Math.sin(i * 0.3) : tone(-32).applyAsDouble(i));
    double distance = Loudness.TARGET_LUFS - forecast.input().integratedLufs();

    assertThat(forecast.gainDb()).isGreaterThan(distance + 3);
    assertThat(forecast.outputLufs(forecast.gainDb()))
        .isCloseTo(Loudness.TARGET_LUFS, within(0.02));
    assertThat(forecast.outputLufs(distance)).isLessThan(Loudness.TARGET_LUFS - 3);
  }

  /** Claps in an empty room: no gain makes a programme of them, and the room must not roar. */
  @Test
  void gain_thatCannotReachTheTarget_isBounded() {
    LimiterForecast forecast =
        forecast(20, i -> i % (2 * SECOND) < 240 ? Math.sin(i * 0.3) : tone(-66).applyAsDouble(i));

    assertThat(forecast.gainDb()).isEqualTo(Loudness.MAX_GAIN_DB);
  }

  @Test
  void profile_ofTheSameSoundAtAnotherLevel_isTheSame() {
    IntToDoubleFunction speech =
        i -> (0.2 + 0.15 * Math.sin(i / 9000.0)) * tone(-10).applyAsDouble(i);

    assertThat(profile(20, speech).isSameAs(profile(20, i -> 0.3 * speech.applyAsDouble(i))))
        .isTrue();
  }

  @Test
  void profile_withANarratorsTwoWords_isAnother() {
    IntToDoubleFunction speech =
        i -> (0.2 + 0.15 * Math.sin(i / 9000.0)) * tone(-10).applyAsDouble(i);

    assertThat(
            profile(20, speech)
                .isSameAs(profile(20, i -> (i / SECOND == 7 ? 2 : 1) * speech.applyAsDouble(i))))
        .isFalse();
  }

  @Test
  void meter_ofANoisyProgramme_agreesWithTheStandardWrittenOnceMore() {
    Random random = new Random(7);
    float[][] channels = new float[2][30 * SECOND];
    for (int i = 0; i < channels[0].length; i++) {
      double level = i / SECOND % 3 == 0 ? 0.3 : 0.01;
      channels[0][i] = (float) (level * random.nextGaussian());
      channels[1][i] = (float) (level * Math.sin(i * 0.02));
    }
    LoudnessMeter meter = new LoudnessMeter(2);
    // Whatever the frames are like: 1024 samples fit into no block of the meter.
    for (int at = 0; at + 1024 <= channels[0].length; at += 1024) {
      meter.add(
          List.of(
              FloatBuffer.wrap(channels[0], at, 1024), FloatBuffer.wrap(channels[1], at, 1024)));
    }

    assertThat(meter.profile().loudness().integratedLufs())
        .isCloseTo(ProgrammeLoudness.of(channels), within(0.02));
  }

  /** A sine of 997 Hz on both sides: 0 dBFS is 0 LUFS (BS.1770-5, annex 1: −3.01 on one). */
  private static IntToDoubleFunction tone(double lufs) {
    double amplitude = Math.pow(10, lufs / 20);
    return i -> amplitude * Math.sin(2 * Math.PI * 997 * i / SECOND);
  }

  private static LimiterForecast forecast(int seconds, IntToDoubleFunction sample) {
    return new LimiterForecast(profile(seconds, sample), LIMIT_DB);
  }

  private static LevelProfile profile(int seconds, IntToDoubleFunction sample) {
    LoudnessMeter meter = new LoudnessMeter(2);
    float[] samples = new float[seconds * SECOND];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) sample.applyAsDouble(i);
    }
    List<FloatBuffer> channels = new ArrayList<>();
    channels.add(FloatBuffer.wrap(samples));
    channels.add(FloatBuffer.wrap(samples));
    meter.add(channels);
    return meter.profile();
  }
}

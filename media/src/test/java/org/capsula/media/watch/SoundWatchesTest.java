package org.capsula.media.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Silence and clipping in sound that comes in blocks of 20 ms at 48 kHz. */
class SoundWatchesTest {
  private static final int BLOCK = 960;

  private final SilenceWatch silence = new SilenceWatch();
  private final ClippingWatch clipping = new ClippingWatch();
  private final LevelMeter level = new LevelMeter(2);
  private long played;
  private Duration skipped = Duration.ZERO;

  @Test
  void silenceOfTenSeconds_isASpan_andOfLessIsNot() {
    hum(0.1, 5);
    hum(0, 9.98);
    hum(0.1, 5);
    hum(0, 10);
    hum(0.1, 5);

    assertThat(silence.spans()).containsExactly(span(24.98 - 5, 29.98));
  }

  /** −60 dBFS root mean square is a sine of 0.00141. */
  @Test
  void quietNoise_isNoSilence_andBelowSixtyDecibelsIs() {
    hum(0.0015, 12);
    assertThat(silence.spans()).isEmpty();
    hum(0.0013, 12);
    assertThat(silence.spans()).containsExactly(span(12, 24));
  }

  @Test
  void oneChannelThatSpeaks_isNoSilence() {
    hum(0.1, 12, 1);

    assertThat(silence.spans()).isEmpty();
  }

  @Test
  void soundThatIsMissing_isSilence() {
    hum(0.1, 5);
    skipped = Duration.ofSeconds(11);
    hum(0.1, 5);

    assertThat(silence.spans()).containsExactly(span(5, 16));
  }

  @Test
  void silenceInFramesWithRoundedTimes_isOne() {
    hum(0, 6);
    skipped = Duration.ofNanos(30_000);
    hum(0, 6);

    assertThat(silence.spans()).hasSize(1);
  }

  @Test
  void soundOverdrivenBySixDecibels_isClipped() {
    hum(0.4, 4);
    hum(2, 3);
    hum(0.4, 2);
    hum(2, 2);
    hum(0.4, 4);

    assertThat(clipping.spans()).containsExactly(span(4, 11));
  }

  @Test
  void loudSoundWithinTheScale_isNotClipped() {
    hum(0.998, 5);

    assertThat(clipping.spans()).isEmpty();
  }

  /** The peaks of a film that was mastered loud: five samples each, a dozen times a second. */
  @Test
  void peaksOfALoudFilm_areNotClipped() {
    for (int i = 0; i < 250; i++) {
      float[] samples = new float[BLOCK];
      if (i % 4 == 0) {
        Arrays.fill(samples, 100, 105, 1.05f);
      }
      play(samples, samples);
    }

    assertThat(clipping.spans()).isEmpty();
  }

  @Test
  void knock_isNotClipped() {
    hum(0.4, 5);
    hum(2, 0.3);
    hum(0.4, 5);

    assertThat(clipping.spans()).isEmpty();
  }

  private void hum(double amplitude, double seconds) {
    hum(amplitude, seconds, 2);
  }

  private void hum(double amplitude, double seconds, int channels) {
    for (int block = 0; block < Math.round(seconds * 50); block++) {
      float[] samples = new float[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        double wave = amplitude * Math.sin(2 * Math.PI * 200 * i / 48_000);
        samples[i] = (float) Math.max(-1, Math.min(1, wave));
      }
      play(samples, channels == 2 ? samples : new float[BLOCK]);
    }
  }

  private void play(float[] left, float[] right) {
    Duration start = Duration.ofMillis(20 * played++).plus(skipped);
    level.next();
    level.add(0, left, 0, BLOCK);
    level.add(1, right, 0, BLOCK);
    Span block = new Span(start, start.plusMillis(20));
    silence.accept(block, level);
    clipping.accept(block, level);
  }

  private static Span span(double start, double end) {
    return new Span(
        Duration.ofMillis(Math.round(start * 1000)), Duration.ofMillis(Math.round(end * 1000)));
  }
}

package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S16LE;

import java.nio.file.Path;
import org.capsula.media.ffmpeg.EncodedSound;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.GeneratedSound;
import org.capsula.media.ffmpeg.Headway;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the channels of the footage to two. */
class DownmixTest {
  private static final int RATE = 48_000;

  /** Front left, front right, centre, low frequencies, back left, back right. */
  private static final int[] TONES = {500, 700, 1100, 80, 1300, 1700};

  private static final double HALF_POWER = Math.sqrt(0.5);

  @TempDir Path folder;

  /** ITU-R BS.775-4, annex 4, table 2: each side gets its own, and centre and back 3 dB down. */
  @ParameterizedTest
  @ValueSource(strings = {"wav", "m4a"})
  void surround_isMixedDownAsTheStandardSays(String container) throws Exception {
    int codec = container.equals("wav") ? AV_CODEC_ID_PCM_S16LE : AV_CODEC_ID_AAC;
    float[][] channels = new float[6][];
    for (int i = 0; i < 6; i++) {
      channels[i] = tone(TONES[i], 0.3);
    }
    float[][] out =
        produced(GeneratedSound.to(folder.resolve("surround." + container), codec, channels));
    double left = amplitude(out[0], TONES[0]);

    assertThat(amplitude(out[1], TONES[1]) / left).isCloseTo(1, within(0.03));
    assertThat(amplitude(out[0], TONES[1]) / left).isLessThan(0.01);
    assertThat(amplitude(out[0], TONES[2]) / left).isCloseTo(HALF_POWER, within(0.03));
    assertThat(amplitude(out[1], TONES[2]) / left).isCloseTo(HALF_POWER, within(0.03));
    assertThat(amplitude(out[0], TONES[4]) / left).isCloseTo(HALF_POWER, within(0.03));
    assertThat(amplitude(out[1], TONES[5]) / left).isCloseTo(HALF_POWER, within(0.03));
    assertThat(amplitude(out[0], TONES[5]) / left).isLessThan(0.01);
    assertThat(amplitude(out[0], TONES[3]) / left).isLessThan(0.01);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6})
  void sameSpeech_isAsLoudFromAnyNumberOfChannels(int count) throws Exception {
    float[][] channels = new float[count][];
    for (int i = 0; i < count; i++) {
      channels[i] = tone(440, 0.05);
    }
    Path footage = GeneratedSound.to(folder.resolve("sound.m4a"), AV_CODEC_ID_AAC, channels);
    Path encoded = Production.of(footage, folder, Trim.NONE).file("audio.mp4");
    float[][] out = new Film(encoded).sound();

    assertThat(EncodedSound.loudness(encoded, new Headway(time -> {})).integratedLufs())
        .isCloseTo(Loudness.TARGET_LUFS, within(0.3));
    assertThat(amplitude(out[0], 440) / amplitude(out[1], 440)).isCloseTo(1, within(0.01));
  }

  private float[][] produced(Path footage) throws Exception {
    return new Film(Production.of(footage, folder, Trim.NONE).file("audio.mp4")).sound();
  }

  private static float[] tone(int hertz, double amplitude) {
    float[] samples = new float[4 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return samples;
  }

  /** Of one tone among others, over two whole seconds (a bin of a Fourier transform). */
  private static double amplitude(float[] samples, int hertz) {
    double sine = 0;
    double cosine = 0;
    for (int i = RATE; i < 3 * RATE; i++) {
      sine += samples[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
      cosine += samples[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
    }
    return Math.hypot(sine, cosine) / RATE;
  }
}

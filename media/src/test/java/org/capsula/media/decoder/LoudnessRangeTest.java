package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP2;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S16LE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.capsula.media.ffmpeg.EncodedSound;
import org.capsula.media.ffmpeg.GeneratedSound;
import org.capsula.media.ffmpeg.Headway;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the level of a recording, its capsule is as loud as the next. */
class LoudnessRangeTest {
  private static final int RATE = 48_000;
  private static final int SECONDS = 10;

  @TempDir static Path folder;

  private static DecoderProcess decoder;

  @BeforeAll
  static void startDecoder() throws Exception {
    decoder = DecoderProcess.start(Files.createTempDirectory(folder, "scratch"));
  }

  @AfterAll
  static void endDecoder() {
    decoder.close();
  }

  /**
   * @param lufs of the voice
   * @param transients how often a second something falls on the table, at full scale
   */
  @ParameterizedTest
  @CsvSource({
    "-40, 1, 0, wav",
    "-36, 2, 0, m4a",
    "-32, 6, 0, ac3",
    "-30, 2, 1, wav",
    "-28, 1, 0.3, flac",
    "-24, 6, 0, m4a",
    "-20, 2, 0, mp2",
    "-14, 1, 0, m4a",
    "-9,  6, 0, wav",
    "-5,  2, 0, flac",
    "-36, 1, 2, wav",
    "-23, 2, 3, m4a"
  })
  void sound_ofAnyLevel_isEncodedAtTheTarget(
      double lufs, int channels, double transients, String container) throws Exception {
    Path footage = programme(lufs, channels, transients, container);
    Path target = Files.createTempDirectory(folder, "tracks");
    var job = Production.job(footage, target, decoder.inspect(footage, Trim.NONE), Trim.NONE);
    AudioTrack sound = job.info().sounds().get(0);
    decoder.transcode(job, time -> {});
    Loudness encoded = EncodedSound.loudness(target.resolve("audio.mp4"), new Headway(time -> {}));

    assertThat(sound.channels()).isEqualTo(channels);
    if (transients == 0) {
      assertThat(Objects.requireNonNull(sound.loudness()).integratedLufs())
          .isCloseTo(lufs, within(1.0));
    }
    assertThat(encoded.integratedLufs()).isCloseTo(Loudness.TARGET_LUFS, within(0.5));
    assertThat(Objects.requireNonNull(encoded.truePeakDbtp()))
        .isLessThanOrEqualTo(Loudness.MAX_TRUE_PEAK_DBTP);
  }

  private static Path programme(double lufs, int channels, double transients, String container)
      throws Exception {
    int codec =
        switch (container) {
          case "m4a" -> AV_CODEC_ID_AAC;
          case "ac3" -> AV_CODEC_ID_AC3;
          case "mp2" -> AV_CODEC_ID_MP2;
          case "flac" -> AV_CODEC_ID_FLAC;
          default -> AV_CODEC_ID_PCM_S16LE;
        };
    return GeneratedSound.to(
        Files.createTempDirectory(folder, "footage").resolve("programme." + container),
        codec,
        speech(lufs, channels, transients));
  }

  /** What a side gets of the same sound in every channel (ITU-R BS.775-4, annex 4). */
  private static double mixed(int channels) {
    return switch (channels) {
      case 1 -> Math.sqrt(0.5);
      case 2 -> 1;
      default -> 1 + 2 * Math.sqrt(0.5);
    };
  }

  /** Syllables of noise and voice with pauses, and what falls on the table. */
  private static float[][] speech(double lufs, int channels, double transients) {
    Random random = new Random(42);
    double[] voice = new double[SECONDS * RATE];
    double low = 0;
    for (int i = 0; i < voice.length; i++) {
      double seconds = (double) i / RATE;
      double syllable = Math.max(0, Math.sin(2 * Math.PI * 3.1 * seconds));
      double breath = seconds % 4 < 3.2 ? 1 : 0.01;
      low += 0.2 * (random.nextGaussian() - low);
      double tone =
          Math.sin(2 * Math.PI * 180 * seconds) + 0.5 * Math.sin(2 * Math.PI * 540 * seconds);
      voice[i] = breath * syllable * (tone + low);
    }
    double scale = Math.pow(10, lufs / 20) / 0.56 / mixed(channels);
    List<float[]> all = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      all.add(new float[voice.length]);
    }
    for (int i = 0; i < voice.length; i++) {
      double sample = scale * voice[i];
      if (transients > 0) {
        double since = i / (double) RATE % (1 / transients);
        sample += 0.95 * Math.exp(-since / 0.008) * random.nextDouble(-1, 1);
      }
      for (float[] channel : all) {
        channel[i] = (float) Math.max(-1, Math.min(1, sample));
      }
    }
    return all.toArray(float[][]::new);
  }
}

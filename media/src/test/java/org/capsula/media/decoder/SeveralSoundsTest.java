package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S16LE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_COMMENT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DUB;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ORIGINAL;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_VISUAL_IMPAIRED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.capsula.media.Finding;
import org.capsula.media.ffmpeg.EncodedSound;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.ffmpeg.GeneratedSound;
import org.capsula.media.ffmpeg.Headway;
import org.capsula.media.ffmpeg.JoinedTracks;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.SoundRole;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films with more than one sound track. */
class SeveralSoundsTest {
  private static final int RATE = 48_000;

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

  @Test
  void dubAndDescription_areSoundsOfTheirOwn_eachAtTheTarget() throws Exception {
    Path footage =
        new JoinedTracks()
            .with(picture())
            .with(tone("m4a", 440, 0.1), "fre", null, AV_DISPOSITION_DEFAULT)
            .with(tone("m4a", 660, 0.01), "ger", null, AV_DISPOSITION_DUB)
            .with(tone("m4a", 880, 0.3), "fre", null, AV_DISPOSITION_VISUAL_IMPAIRED)
            .to(file("film.mkv"));
    var job =
        Production.job(
            footage, folder("tracks"), decoder.inspect(footage, Trim.NONE), Trim.NONE, 90);
    decoder.transcode(job, time -> {});

    assertThat(job.info().sounds())
        .extracting(AudioTrack::language, AudioTrack::role)
        .containsExactly(
            tuple("fr", null), tuple("de", SoundRole.DUB), tuple("fr", SoundRole.DESCRIPTION));
    for (var expected :
        Map.of("audio.mp4", 440.0, "audio-de-dub.mp4", 660.0, "audio-fr-description.mp4", 880.0)
            .entrySet()) {
      Path encoded = job.directory().resolve(expected.getKey());
      assertThat(frequency(new Film(encoded).sound()[0]))
          .isCloseTo(expected.getValue(), within(5.0));
      assertThat(EncodedSound.loudness(encoded, new Headway(time -> {})).integratedLufs())
          .isCloseTo(Loudness.TARGET_LUFS, within(0.5));
    }
    assertThat(job.info().findings()).extracting(Finding::code).doesNotContain("track-not-used");
  }

  /** A phone keeps its roles and titles elsewhere than a disc does. */
  @Test
  void rolesInAnMp4_areReadFromItsKindsAndTitles() throws Exception {
    MediaInfo info =
        inspect(
            new JoinedTracks()
                .with(tone("m4a", 440, 0.1), "fra", null, AV_DISPOSITION_DEFAULT)
                .with(tone("m4a", 660, 0.1), "deu", null, AV_DISPOSITION_DUB)
                .with(tone("m4a", 880, 0.1), "fra", "Audiodescription", 0)
                .to(file("film.mp4")));

    assertThat(TrackFiles.audio(info.sounds()))
        .containsExactly("audio.mp4", "audio-de-dub.mp4", "audio-fr-description.mp4");
  }

  @Test
  void mainSound_isTheContainersDefault() throws Exception {
    MediaInfo info =
        inspect(
            new JoinedTracks()
                .with(tone("m4a", 660, 0.1), "ger", null, AV_DISPOSITION_DUB)
                .with(
                    tone("m4a", 440, 0.1),
                    "fre",
                    null,
                    AV_DISPOSITION_DEFAULT | AV_DISPOSITION_ORIGINAL)
                .to(file("film.mkv")));

    assertThat(info.sounds())
        .extracting(AudioTrack::index, AudioTrack::role)
        .containsExactly(tuple(1, SoundRole.ORIGINAL), tuple(0, SoundRole.DUB));
  }

  @Test
  void sameLanguageAndRole_haveNamesOfTheirOwn_andTheVerySameIsLeftOut() throws Exception {
    MediaInfo info =
        inspect(
            new JoinedTracks()
                .with(tone("m4a", 440, 0.1), "fre", null, AV_DISPOSITION_DEFAULT)
                .with(spoken("m4a", AV_CODEC_ID_AAC, 1), "fre", null, AV_DISPOSITION_COMMENT)
                .with(spoken("m4a", AV_CODEC_ID_AAC, 2), "fre", null, AV_DISPOSITION_COMMENT)
                .with(spoken("ac3", AV_CODEC_ID_AC3, 2), "fre", null, AV_DISPOSITION_COMMENT)
                .to(file("film.mkv")));

    assertThat(TrackFiles.audio(info.sounds()))
        .containsExactly("audio.mp4", "audio-fr-commentary.mp4", "audio-fr-commentary-2.mp4");
    assertThat(notUsed(info)).containsExactly(1);
  }

  /** What one microphone heard is no translation of what another heard. */
  @Test
  void microphonesOfACamera_areNoSeveralSounds() throws Exception {
    for (String language : List.of("und", "eng")) {
      JoinedTracks camera = new JoinedTracks().with(picture());
      for (int microphone = 0; microphone < 4; microphone++) {
        camera.with(wav(microphone == 0 ? 0 : 0.1, 300 + 100 * microphone), language, null, 0);
      }
      MediaInfo info = inspect(camera.to(file("camera-" + language + ".mov")));

      // Nothing is plugged in at the first.
      assertThat(info.sounds()).extracting(AudioTrack::index).containsExactly(2);
      assertThat(notUsed(info)).containsExactly(3);
    }
  }

  @Test
  void spatialSoundBesideAnOrdinaryOne_isPassedOver() throws Exception {
    Path footage =
        new JoinedTracks()
            .with(picture())
            .with(tone("m4a", 440, 0.1))
            .with(tone("m4a", 660, 0.1))
            .to(file("phone.mov"));
    makeSpatial(footage, /* number= */ 2);
    MediaInfo info = inspect(footage);

    assertThat(info.sounds()).extracting(AudioTrack::index).containsExactly(1);
    assertThat(info.findings())
        .filteredOn(finding -> finding.code().equals("track-not-decodable"))
        .extracting(Finding::arguments)
        .containsExactly(Map.of("codec", "apac"));
    assertThat(info.findings()).extracting(Finding::code).doesNotContain("track-not-used");
  }

  @Test
  void spatialSoundAlone_isAnError() throws Exception {
    Path footage =
        new JoinedTracks().with(picture()).with(tone("m4a", 440, 0.1)).to(file("alone.mov"));
    makeSpatial(footage, /* number= */ 1);
    MediaInfo info = inspect(footage);

    assertThat(info.sounds()).isEmpty();
    assertThat(info.findings())
        .extracting(Finding::code)
        .contains("audio-not-decodable")
        .doesNotContain("no-audio");
  }

  /** Renames the format in the sample table of the n-th sound (ISO/IEC 14496-12, 8.5.2). */
  private static void makeSpatial(Path film, int number) throws Exception {
    byte[] bytes = Files.readAllBytes(film);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = 0;
    for (int i = 0; i < number; i++) {
      at = text.indexOf("mp4a", text.indexOf("stsd", at) + 1);
      while (!text.startsWith("stsd", at - 16)) {
        at = text.indexOf("mp4a", at + 1);
      }
    }
    put(bytes, at, "apac");
    // What it holds would still tell that it is AAC.
    put(bytes, text.indexOf("esds", at), "dapa");
    Files.write(film, bytes);
  }

  private static void put(byte[] bytes, int at, String name) {
    System.arraycopy(name.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, 4);
  }

  private static List<Object> notUsed(MediaInfo info) {
    return info.findings().stream()
        .filter(finding -> finding.code().equals("track-not-used"))
        .map(finding -> finding.arguments().get("count"))
        .toList();
  }

  private static MediaInfo inspect(Path footage) throws Exception {
    return decoder.inspect(footage, Trim.NONE);
  }

  private static Path picture() throws Exception {
    return new GeneratedFilm(160, 90).to(file("picture.mp4"), 4);
  }

  private static Path tone(String container, int hertz, double amplitude) throws Exception {
    return sound(container, AV_CODEC_ID_AAC, sine(hertz, amplitude));
  }

  private static Path wav(double amplitude, int hertz) throws Exception {
    return sound("wav", AV_CODEC_ID_PCM_S16LE, sine(hertz, amplitude));
  }

  /** Somebody who pauses at other times than the next one. */
  private static Path spoken(String container, int codec, int speaker) throws Exception {
    DoubleUnaryOperator voice = sine(200 * speaker, 0.2);
    return sound(
        container, codec, time -> time * speaker % 1 < 0.6 ? voice.applyAsDouble(time) : 0);
  }

  private static DoubleUnaryOperator sine(int hertz, double amplitude) {
    return time -> amplitude * Math.sin(2 * Math.PI * hertz * time);
  }

  private static Path sound(String container, int codec, DoubleUnaryOperator wave)
      throws Exception {
    float[] samples = new float[4 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) wave.applyAsDouble((double) i / RATE);
    }
    return GeneratedSound.to(file("sound." + container), codec, samples);
  }

  private static Path file(String name) throws Exception {
    return folder("made").resolve(name);
  }

  private static Path folder(String name) throws Exception {
    return Files.createTempDirectory(folder, name);
  }

  /** Of a tone, by its zeros. */
  private static double frequency(float[] samples) {
    int zeros = 0;
    int from = RATE;
    for (int i = from; i < from + 2 * RATE; i++) {
      zeros += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
    }
    return zeros / 2.0;
  }
}

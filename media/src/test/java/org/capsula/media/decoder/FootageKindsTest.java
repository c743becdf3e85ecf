package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.capsula.media.Finding;
import org.capsula.media.Rational;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Packet;
import org.capsula.media.ffmpeg.Film.Track;
import org.capsula.media.sound.Loudness;
import org.capsula.media.sound.ProgrammeLoudness;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cameras, phones and recorders give. */
class FootageKindsTest {
  private static final Trim FIRST_SECOND = new Trim(Duration.ZERO, Duration.ofSeconds(1));

  @TempDir Path folder;

  @Test
  void rotatedPhoneFilm_isShownAsItsMatrixSays() throws Exception {
    Path footage = SharedData.film("rotated-270.mp4");
    Production capsule = Production.of(footage, folder, FIRST_SECOND, 360);
    int[][] stored = new Film(footage).luma(0, 64, 36);
    int[][] shown = new Film(capsule.file("video-360.mp4")).luma(0, 36, 64);

    assertThat(capsule.job().info().picture().orElseThrow().rotation()).isEqualTo(270);
    assertThat(new Film(capsule.file("video-360.mp4")).tracks())
        .containsExactly(new Track("h264", 360, 640, 1, "und"));
    assertThat(new Film(capsule.file("poster.jpg")).tracks().get(0))
        .extracting(Track::width, Track::height)
        .containsExactly(360, 640);
    assertThat(CapsuleTest.difference(quarterTurnLeft(stored), shown)).isLessThan(3);
    assertThat(CapsuleTest.difference(upsideDown(quarterTurnLeft(stored)), shown))
        .isGreaterThan(10);
  }

  /** A quarter turn clockwise takes x to y and y to −x (ISO/IEC 14496-12, 8.3.2). */
  @Test
  void filmWithAMatrix_isTurnedClockwise() throws Exception {
    Path quarter = turned(new int[] {0, 1, -1, 0});
    Production upright = Production.of(quarter, folder(), FIRST_SECOND, 234);
    Production standing =
        Production.of(turned(new int[] {-1, 0, 0, -1}), folder(), FIRST_SECOND, 234);
    int[][] stored = new Film(quarter).luma(0, 64, 36);
    int[][] half = upsideDown(stored);

    assertThat(CapsuleTest.difference(stored, half)).as("no symmetry").isGreaterThan(20);
    assertThat(
            CapsuleTest.difference(
                upsideDown(quarterTurnLeft(stored)),
                new Film(upright.file("video-234.mp4")).luma(0, 36, 64)))
        .isLessThan(5);
    assertThat(
            CapsuleTest.difference(half, new Film(standing.file("video-234.mp4")).luma(0, 64, 36)))
        .isLessThan(5);
  }

  @Test
  void silentFullRangePhoneFilm_becomesLimitedRangeWithoutSound() throws Exception {
    Path footage = SharedData.film("phone-1080p-full-range-silent.mp4");
    Production capsule = Production.of(footage, folder, Trim.NONE, 360);
    Track video = new Film(capsule.file("video-360.mp4")).tracks().get(0);

    assertThat(video).isEqualTo(new Track("h264", 640, 360, /* colorRange= */ 1, "und"));
    assertThat(new Film(footage).tracks().get(0).colorRange()).isEqualTo(2);
    // The reader brings both to full range: a tag that is not true would stretch one of them.
    assertThat(CapsuleTest.mean(new Film(capsule.file("video-360.mp4")).luma(0, 64, 36)))
        .isCloseTo(CapsuleTest.mean(new Film(footage).luma(0, 64, 36)), within(1.5));
    assertThat(capsule.file("audio.mp4")).doesNotExist();
    assertThat(Files.readString(capsule.file("waveform.json")))
        .contains("\"length\":0,\"data\":[]");
    assertThat(capsule.result().output()).isNull();
    assertThat(capsule.job().info().findings()).extracting(Finding::code).contains("no-audio");
  }

  @Test
  void soundOnly_hasSoundAPosterAndAWaveform() throws Exception {
    Production capsule =
        Production.of(SharedData.film("audio-only-speech-8khz.mp4"), folder, Trim.NONE);

    try (var files = Files.list(capsule.job().directory())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("audio.mp4", "poster.jpg", "waveform.json");
    }
    float[][] sound = new Film(capsule.file("audio.mp4")).sound();
    assertThat(sound[0].length / 48_000.0).isCloseTo(60, within(0.1));
    assertThat(ProgrammeLoudness.of(sound)).isCloseTo(Loudness.TARGET_LUFS, within(0.5));
    assertThat(capsule.result().videoDecoders()).isZero();
    assertThat(new Film(capsule.file("poster.jpg")).tracks().get(0))
        .extracting(Track::width, Track::height)
        .containsExactly(1280, 720);
    assertThat(Files.readString(capsule.file("waveform.json")))
        .containsPattern("\"length\":60[01],");
  }

  @Test
  void trim_inTheMiddle_givesThatPartFrom0() throws Exception {
    Path footage = SharedData.film("vfr-360p.mp4");
    Production capsule =
        Production.of(footage, folder, new Trim(Duration.ofSeconds(2), Duration.ofSeconds(4)), 360);
    Film film = new Film(capsule.file("video-360.mp4"));

    assertThat(film.pictures()).isCloseTo(60, within(1));
    assertThat(film.packets().stream().mapToDouble(Packet::seconds).min())
        .hasValueCloseTo(0.0, within(0.001));
    assertThat(new Film(capsule.file("audio.mp4")).sound()[0].length / 48_000.0)
        .isCloseTo(2, within(1 / 30.0));
    assertThat(difference(film, 0, footage, 0)).as("another part").isGreaterThan(12);
    assertThat(nearby(film, 0, footage, 2)).isLessThan(5);
    assertThat(nearby(film, 1.5, footage, 3.5)).isLessThan(5);
  }

  @Test
  void variableFrameRate_isBroughtToAUsualOneWithoutDrift() throws Exception {
    Path footage = SharedData.film("vfr-640x480.mov");
    Production capsule = Production.of(footage, folder, Trim.NONE, 240);
    Film film = new Film(capsule.file("video-240.mp4"));
    Rational rate = capsule.job().info().picture().orElseThrow().frameRate();
    double[] times = film.packets().stream().mapToDouble(Packet::seconds).sorted().toArray();

    assertThat(capsule.job().info().findings())
        .extracting(Finding::code)
        .contains("variable-frame-rate");
    assertThat(rate).isEqualTo(new Rational(24_000, 1001));
    for (int i = 0; i < times.length; i++) {
      assertThat(times[i]).isCloseTo(i / rate.toDouble(), within(0.001));
    }
    assertThat(times.length / rate.toDouble())
        .isCloseTo(
            capsule.job().info().duration().toMillis() / 1000.0, within(2 / rate.toDouble()));
    assertThat(difference(film, 9, footage, 9)).isLessThan(8);
  }

  @Test
  void storyboard_ofAFilmLongerThanItsPlan_isTheFirstSheet() throws Exception {
    Path footage = SharedData.film("vfr-360p.mp4");
    Trim trim = new Trim(Duration.ZERO, Duration.ofSeconds(5));
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Path tracks = Files.createDirectory(folder.resolve("tracks"));
    try (DecoderProcess decoder = DecoderProcess.start(scratch)) {
      var job = Production.job(footage, tracks, decoder.inspect(footage, trim), trim, 234);
      var twoThumbnails =
          Production.job(
                  footage, tracks, job.info(), new Trim(Duration.ZERO, Duration.ofSeconds(2)), 234)
              .storyboard();
      decoder.transcode(
          new TranscodeJob(
              footage, tracks, job.info(), job.rungs(), job.preset(), trim, twoThumbnails),
          time -> {});
    }
    int[][] sheet = new Film(tracks.resolve("storyboard.jpg")).luma(0, 320, 90);
    int[][] second = new int[90][];
    for (int y = 0; y < 90; y++) {
      second[y] = Arrays.copyOfRange(sheet[y], 160, 320);
    }

    assertThat(CapsuleTest.difference(second, new Film(footage).luma(1, 160, 90))).isLessThan(12);
  }

  /** Of a frame or its neighbours: which one is shown at a time is a matter of rounding. */
  private static double nearby(Film film, double at, Path footage, double then) {
    return DoubleStream.of(then - 1 / 30.0, then, then + 1 / 30.0)
        .map(time -> difference(film, at, footage, time))
        .min()
        .orElseThrow();
  }

  private static double difference(Film film, double at, Path footage, double then) {
    return CapsuleTest.difference(film.luma(at, 64, 36), new Film(footage).luma(then, 64, 36));
  }

  private Path folder() throws IOException {
    return Files.createTempDirectory(folder, "film");
  }

  /** The film with another matrix (a, b, c, d) in the track header of its picture. */
  private Path turned(int[] matrix) throws IOException {
    byte[] film = Files.readAllBytes(SharedData.film("vfr-360p.mp4"));
    int header = new String(film, StandardCharsets.ISO_8859_1).indexOf("tkhd");
    ByteBuffer bytes = ByteBuffer.wrap(film);
    // After the type: version and flags, 40 bytes in version 0; then a b u c d v x y w.
    int at = header + 44;
    assertThat(bytes.getInt(at)).isEqualTo(0x10000);
    bytes.putInt(at, matrix[0] << 16).putInt(at + 4, matrix[1] << 16);
    bytes.putInt(at + 12, matrix[2] << 16).putInt(at + 16, matrix[3] << 16);
    return Files.write(folder().resolve("turned.mp4"), film);
  }

  private static int[][] quarterTurnLeft(int[][] picture) {
    int[][] turned = new int[picture[0].length][picture.length];
    for (int y = 0; y < turned.length; y++) {
      for (int x = 0; x < turned[0].length; x++) {
        turned[y][x] = picture[x][picture[0].length - 1 - y];
      }
    }
    return turned;
  }

  private static int[][] upsideDown(int[][] picture) {
    return quarterTurnLeft(quarterTurnLeft(picture));
  }
}

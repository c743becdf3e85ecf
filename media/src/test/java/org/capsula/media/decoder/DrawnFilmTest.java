package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.capsula.media.Finding;
import org.capsula.media.drawing.Capture;
import org.capsula.media.drawing.DrawJob;
import org.capsula.media.drawing.DrawnFilm;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Track;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's films, drawn by a real child process and read back as any footage is. */
class DrawnFilmTest {
  private static final Duration PIECE = Duration.ofMillis(2600);

  private static final Capture PHONE = new Capture(/* rotation= */ 90, /* channels= */ 2, 0);
  private static final Capture CAMERA = new Capture(/* rotation= */ 0, /* channels= */ 2, 0);
  private static final Capture FAR_AWAY = new Capture(/* rotation= */ 0, /* channels= */ 1, -20);

  @TempDir Path folder;

  static Stream<DrawJob> captures() {
    return Stream.of(
        new DrawJob(DrawnFilm.ALLOWANCE_FORM, PIECE, PHONE, Path.of("form.mov")),
        new DrawJob(DrawnFilm.SCHOOL_PLATFORM, PIECE, CAMERA, Path.of("school.mp4")),
        new DrawJob(DrawnFilm.SHARED_PASSWORD, PIECE, FAR_AWAY, Path.of("password.mov")));
  }

  @ParameterizedTest
  @MethodSource("captures")
  void drawnFilm_isReadAsTheCaptureSays(DrawJob job) throws Exception {
    List<Duration> told = new ArrayList<>();
    DrawJob here = in(folder, job);
    MediaInfo info = drawAndInspect(here, told);

    VideoTrack picture = info.picture().orElseThrow();
    assertThat(picture)
        .isEqualTo(
            new VideoTrack(
                picture.index(),
                "h264",
                job.film().width(),
                job.film().height(),
                job.capture().rotation(),
                job.film().frameRate(),
                /* constantRate= */ true,
                picture.end(),
                /* hdr= */ null));
    assertThat(picture.end().toMillis()).isCloseTo(PIECE.toMillis(), within(45L));
    AudioTrack sound = info.sound().orElseThrow();
    assertThat(sound.codec()).isEqualTo("aac");
    assertThat(sound.channels()).isEqualTo(job.capture().channels());
    assertThat(info.duration().toMillis()).isCloseTo(PIECE.toMillis(), within(45L));
    assertThat(info.findings()).extracting(Finding::code).isEmpty();
    assertThat(told).isSorted().isNotEmpty();
    Track stored = new Film(here.target()).tracks().get(0);
    assertThat(stored.width()).isEqualTo(1280);
    assertThat(stored.height()).isEqualTo(720);
    assertThat(stored.colorRange()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void drawnFilm_isTooQuietOnlyWhereTheMicrophoneStoodFarAway(DrawJob job) throws Exception {
    Loudness loudness =
        Objects.requireNonNull(drawAndInspect(in(folder, job), new ArrayList<>()).loudness());

    if (job.capture().gainDb() < 0) {
      assertThat(loudness.integratedLufs()).isBetween(-45.0, -30.0);
    } else {
      assertThat(loudness.integratedLufs()).isBetween(-24.0, -12.0);
    }
  }

  /** What JavaCV sees is not turned: it must be the drawing, laid on its left side. */
  @Test
  void uprightFilm_isStoredOnItsSide() throws Exception {
    DrawJob job = in(folder, captures().findFirst().orElseThrow());
    drawAndInspect(job, new ArrayList<>());
    int[][] stored = new Film(job.target()).luma(1, 64, 36);
    BufferedImage shown = frame(DrawnFilm.ALLOWANCE_FORM, Duration.ofSeconds(1));

    double sum = 0;
    for (int y = 0; y < 36; y++) {
      for (int x = 0; x < 64; x++) {
        sum += Math.abs(stored[y][x] - meanLuma(shown, 719 - y * 20, x * 20));
      }
    }
    assertThat(sum / (64 * 36)).isLessThan(12);
  }

  @ParameterizedTest
  @EnumSource
  void film_movesAllTheTime(DrawnFilm film) {
    DrawnFilm.Reel reel = film.reel();
    BufferedImage before =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_INT_RGB);
    BufferedImage after =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_INT_RGB);
    for (int tenths = 6; tenths < film.length().toMillis() / 100 - 6; tenths += 17) {
      reel.paint(before, Duration.ofMillis(tenths * 100L));
      reel.paint(after, Duration.ofMillis(tenths * 100L + 200));
      assertThat(changed(before, after)).as(film + " at " + tenths + " tenths").isGreaterThan(500);
    }
  }

  @ParameterizedTest
  @EnumSource
  void voice_isSmallAndEndsBeforeTheFilm(DrawnFilm film) throws IOException {
    assertThat(film.length()).isLessThanOrEqualTo(Duration.ofSeconds(20));
    try (var voice = film.voice()) {
      assertThat(voice.readAllBytes().length).isBetween(10_000, 80_000);
    }
  }

  private static DrawJob in(Path folder, DrawJob job) {
    return new DrawJob(
        job.film(), job.length(), job.capture(), folder.resolve(job.target()).toAbsolutePath());
  }

  private MediaInfo drawAndInspect(DrawJob job, List<Duration> told) throws Exception {
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createDirectory(folder.resolve("scratch")))) {
      decoder.draw(job, told::add);
      return decoder.inspect(job.target(), Trim.NONE);
    }
  }

  private static BufferedImage frame(DrawnFilm film, Duration time) {
    BufferedImage image =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_INT_RGB);
    film.reel().paint(image, time);
    return image;
  }

  /** Of the square of 20 pixels that ends at a column and begins at a row. */
  private static double meanLuma(BufferedImage image, int right, int top) {
    double sum = 0;
    for (int dx = 0; dx < 20; dx++) {
      for (int dy = 0; dy < 20; dy++) {
        int rgb = image.getRGB(right - dx, top + dy);
        sum += 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
      }
    }
    return sum / 400;
  }

  private static int changed(BufferedImage before, BufferedImage after) {
    int changed = 0;
    for (int y = 0; y < before.getHeight(); y++) {
      for (int x = 0; x < before.getWidth(); x++) {
        changed += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
      }
    }
    return changed;
  }
}

package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen recording in which nothing moves for a while: no frame comes, then one after it. */
class PauseTest {
  private static final double PAUSE = 30;

  @TempDir Path folder;

  @Test
  void pauseInThePicture_takesNoMemoryForEachOfItsFrames() throws Exception {
    GeneratedFilm screen = new GeneratedFilm(1280, 720);
    Path steady = screen.to(folder.resolve("steady.mp4"), 4);
    Path paused =
        screen.to(folder.resolve("paused.mp4"), 4, time -> time < 2 ? time : time + PAUSE);

    long usual = peak(steady, "steady");
    long peak = peak(paused, "paused");

    Film film = new Film(folder.resolve("paused/video-360.mp4"));
    assertThat(film.pictures()).isCloseTo((int) (25 * (4 + PAUSE)), within(2));
    assertThat(new Film(folder.resolve("paused/video-720.mp4")).pictures())
        .isEqualTo(film.pictures());
    // Its 750 frames in two sizes would take 1.3 GB.
    assertThat(peak).isLessThan(usual + 100_000_000);
  }

  private long peak(Path footage, String name) throws Exception {
    Path target = Files.createDirectory(folder.resolve(name));
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createTempDirectory(folder, "scratch"))) {
      var info = decoder.inspect(footage, Trim.NONE);
      decoder.transcode(Production.job(footage, target, info, Trim.NONE, 720, 360), time -> {});
      return Objects.requireNonNull(decoder.use().peakMemoryBytes());
    }
  }
}

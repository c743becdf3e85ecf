package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.capsula.media.Finding;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.GeneratedFootage;
import org.capsula.media.ffmpeg.ShownPicture;
import org.capsula.media.still.StillJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A white bar that moves 8 pixels from field to field: its edge is straight in a whole picture. */
class InterlacedTest {
  private static final int STEP = 8;

  /** Fifty pictures a second, of which fields are taken. */
  private static final String BAR =
      "nullsrc=s=640x240:r=50:d=1,format=yuv420p,geq=lum='if(between(X-8*N,0,79),235,16)':cb=128:cr=128";

  private static final String MPEG2 = "mpeg2video b=8M:maxrate=8M:bufsize=8M";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "tff, bars.mpg, mpeg2video b=8M:maxrate=8M:bufsize=8M",
    "bff, bars.ts,  mpeg2video b=8M:maxrate=8M:bufsize=8M",
    "tff, bars.mp4, libx264 qp=10:preset=ultrafast",
    "bff, bars.mkv, libx264 qp=10:preset=ultrafast",
    // Its pictures have no word for it: the container's must do.
    "bff, bars.mkv, ffvhuff",
  })
  void interlacedFilm_isMadeOfWholePictures(String order, String file, String encoder)
      throws Exception {
    Path footage =
        new GeneratedFootage()
            .track(BAR + ",interlace=scan=" + order + ":lowpass=off", encoder)
            .to(folder.resolve(file));

    Production capsule = Production.of(footage, folder, Trim.NONE, 240);

    assertThat(capsule.result().findings()).extracting(Finding::code).contains("deinterlaced");
    Path video = capsule.file("video-240.mp4");
    // A program stream does not say when its last picture is shown.
    assertThat(new Film(video).pictures()).isCloseTo(25, within(1));
    for (int number : new int[] {5, 12, 20}) {
      try (ShownPicture stored = ShownPicture.of(footage, number / 25.0);
          ShownPicture shown = ShownPicture.of(video, number / 25.0)) {
        assertThat(raggedness(shown)).isLessThan(1.5);
        // The first field's time is the picture's; the other's would be a step away.
        assertThat(leftEdge(shown, 121)).isCloseTo(2 * STEP * number, within(2));
        if (!file.endsWith(".ts") && !file.endsWith(".mpg")) {
          assertThat(raggedness(stored)).as("without it").isGreaterThan(STEP - 1.0);
        }
      }
    }
  }

  @Test
  void filmThatIsInterlacedFromTheMiddleOn_isMadeWholeThere() throws Exception {
    Path footage =
        new GeneratedFootage()
            .track(BAR + ",select='not(mod(n,2))',setpts=N/25/TB,fps=25", MPEG2)
            .to(folder.resolve("progressive.ts"));
    Path second =
        new GeneratedFootage()
            .track(BAR + ",interlace=scan=tff:lowpass=off,setpts=PTS+1/TB", MPEG2)
            .to(folder.resolve("interlaced.ts"));
    Files.write(footage, Files.readAllBytes(second), StandardOpenOption.APPEND);

    Production capsule = Production.of(footage, folder, Trim.NONE, 240);

    assertThat(capsule.result().findings()).extracting(Finding::code).contains("deinterlaced");
    Path video = capsule.file("video-240.mp4");
    assertThat(new Film(video).pictures()).isCloseTo(50, within(1));
    for (double seconds : new double[] {0.48, 1.2, 1.6}) {
      try (ShownPicture shown = ShownPicture.of(video, seconds)) {
        assertThat(raggedness(shown)).as("at %s s", seconds).isLessThan(1.5);
      }
    }
  }

  @Test
  void progressiveFilm_isNotTouched() throws Exception {
    Path footage =
        new GeneratedFootage()
            .track(BAR, "libx264 qp=10:preset=ultrafast")
            .to(folder.resolve("progressive.mp4"));

    Production capsule = Production.of(footage, folder, Trim.NONE, 240);

    assertThat(capsule.result().findings()).isEmpty();
    assertThat(capsule.job().info().findings())
        .extracting(Finding::code)
        .doesNotContain("deinterlaced");
  }

  @Test
  void stillOfAnInterlacedFilm_isWhole() throws Exception {
    Path footage =
        new GeneratedFootage()
            .track(BAR + ",interlace=scan=tff:lowpass=off", "libx264 qp=10:preset=ultrafast")
            .to(folder.resolve("bars.mp4"));
    Path still = folder.resolve("still.jpg");

    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createDirectory(folder.resolve("scratch")))) {
      decoder.still(new StillJob(footage, Duration.ofMillis(500), 640, still));
    }

    try (ShownPicture shown = ShownPicture.of(still, 0)) {
      assertThat(raggedness(shown)).isLessThan(1.5);
    }
  }

  /** How far the bar's left edge jumps from line to line, on average. */
  private static double raggedness(ShownPicture picture) {
    double sum = 0;
    int lines = 0;
    for (int y = 20; y < picture.height() - 20; y++, lines++) {
      sum += Math.abs(leftEdge(picture, y) - leftEdge(picture, y - 1));
    }
    return sum / lines;
  }

  private static int leftEdge(ShownPicture picture, int y) {
    for (int x = 0; x < picture.width(); x++) {
      if (picture.luma(x, y) > 125) {
        return x;
      }
    }
    throw new AssertionError("no bar in line " + y);
  }
}

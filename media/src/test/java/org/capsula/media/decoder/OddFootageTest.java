package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.Finding;
import org.capsula.media.Rational;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Track;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.ffmpeg.GeneratedSound;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no camera should give, and some do. */
class OddFootageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {60, 0.005})
  void absurdPixelAspect_isTakenForSquareAndSaid(double aspect) throws Exception {
    Path footage = new GeneratedFilm(320, 180).pixelAspect(aspect).to(folder.resolve("odd.mp4"), 1);

    Production capsule = Production.of(footage, folder, Trim.NONE);

    assertThat(capsule.job().info().findings())
        .extracting(Finding::code)
        .contains("pixel-aspect-ignored");
    assertThat(new Film(capsule.file("video-180.mp4")).tracks().get(0))
        .extracting(Track::width, Track::height)
        .containsExactly(320, 180);
  }

  @Test
  void pictureLikeAThread_isRefusedInASentence() throws Exception {
    Path footage = new GeneratedFilm(1920, 32).to(folder.resolve("thread.mp4"), 1);

    assertThatThrownBy(() -> Production.of(footage, folder, Trim.NONE))
        .isInstanceOf(UnreadableMediaException.class)
        .hasMessage(
            "its picture is 1920 by 32 pixels, of which no film can be made; export it again in a"
                + " usual size");
  }

  @Test
  void sizeThatChangesMidway_isBroughtToTheFirst() throws Exception {
    Path footage = new GeneratedFilm(320, 180).to(folder.resolve("first.ts"), 2);
    append(new GeneratedFilm(192, 108).from(2).to(folder.resolve("second.ts"), 2), footage);

    Production capsule = Production.of(footage, folder, Trim.NONE);

    Film film = new Film(capsule.file("video-180.mp4"));
    assertThat(film.pictures()).isCloseTo(100, within(2));
    assertThat(film.tracks().get(0)).extracting(Track::width).isEqualTo(320);
  }

  @Test
  void channelsThatChangeMidway_areAllHeard() throws Exception {
    Path footage = GeneratedSound.to(folder.resolve("first.aac"), 2, 2);
    append(GeneratedSound.to(folder.resolve("second.aac"), 1, 2), footage);
    append(GeneratedSound.to(folder.resolve("third.aac"), 2, 2), footage);

    Production capsule = Production.of(footage, folder, Trim.NONE);

    float[][] sound = new Film(capsule.file("audio.mp4")).sound();
    assertThat(sound[1].length / 48_000.0).isCloseTo(6, within(0.2));
    for (double second : new double[] {1, 3, 5}) {
      assertThat(loudest(sound[1], second)).as("at %s s", second).isGreaterThan(0.05f);
    }
  }

  private static float loudest(float[] samples, double second) {
    float loudest = 0;
    for (int i = 0; i < 4800; i++) {
      loudest = Math.max(loudest, Math.abs(samples[(int) (second * 48_000) + i]));
    }
    return loudest;
  }

  /** AVI has no times of showing, which can be told for some of the pictures only. */
  @Test
  void pictureWithoutTimesOfShowing_isNotCalledIrregular() throws Exception {
    Path footage =
        new GeneratedFilm(320, 180)
            .with(avcodec.AV_CODEC_ID_H264, /* mostBFrames= */ 2)
            .to(folder.resolve("film.avi"), 4);

    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      VideoTrack video = decoder.inspect(footage, Trim.NONE).picture().orElseThrow();

      assertThat(video.constantRate()).isTrue();
      assertThat(video.frameRate()).isEqualTo(Rational.of(25));
    }
  }

  private static void append(Path more, Path footage) throws IOException {
    Files.write(footage, Files.readAllBytes(more), StandardOpenOption.APPEND);
  }
}

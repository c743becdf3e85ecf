package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;

import java.nio.file.Path;
import java.time.Duration;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.GeneratedFootage;
import org.capsula.media.ffmpeg.ShownPicture;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that are no film, films beside others, and what lies under transparent places. */
class OddTracksTest {
  private static final String X264 = "libx264 preset=ultrafast";
  private static final String SOUND =
      "sine=r=48000:d=2,aformat=sample_fmts=fltp:channel_layouts=stereo";
  private static final String COVER = "color=red:s=400x400:r=1:d=1,format=yuvj420p";

  @TempDir Path folder;

  @Test
  void coverOfASong_isNoFilm() throws Exception {
    Path song =
        new GeneratedFootage()
            .track(SOUND, "libmp3lame")
            .track(COVER, "mjpeg", AV_DISPOSITION_ATTACHED_PIC)
            .to(folder.resolve("song.mp3"));

    MediaInfo info = Production.of(song, folder, Trim.NONE).job().info();

    assertThat(info.video()).isNull();
    assertThat(info.findings()).extracting(Finding::code).doesNotContain("track-not-used");
  }

  @Test
  void coverThatIsCalledTheDefault_isNotTakenForTheFilm() throws Exception {
    Path film =
        new GeneratedFootage()
            .track(COVER, "mjpeg", AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_DEFAULT)
            .track("testsrc2=s=320x240:r=25:d=2,format=yuv420p", X264)
            .to(folder.resolve("film.mp4"));

    MediaInfo info = Production.of(film, folder, Trim.NONE).job().info();

    assertThat(info.picture().orElseThrow().width()).isEqualTo(320);
    assertThat(info.picture().orElseThrow().codec()).isEqualTo("h264");
  }

  @Test
  void secondPicture_isLeftOutAndSaid() throws Exception {
    Path film =
        new GeneratedFootage()
            .track("testsrc2=s=160x120:r=25:d=2,format=yuv420p", X264)
            .track("testsrc2=s=320x240:r=25:d=2,format=yuv420p", X264, AV_DISPOSITION_DEFAULT)
            .to(folder.resolve("two.mkv"));

    MediaInfo info = Production.of(film, folder, Trim.NONE).job().info();

    assertThat(info.picture().orElseThrow().width()).isEqualTo(320);
    assertThat(info.findings())
        .contains(Finding.of(Code.TRACK_NOT_USED).with("kind", "picture").with("count", 1));
  }

  /** A slide with sound may be cut where no picture begins. */
  @Test
  void partOfASlideWithSound_showsTheSlideAllTheTime() throws Exception {
    Path slide =
        new GeneratedFootage()
            .track("color=0x2060C0:s=320x240:r=25:d=0.04,format=yuv420p", X264)
            .track(SOUND, "aac")
            .to(folder.resolve("slide.mp4"));

    Production capsule =
        Production.of(
            slide, folder, new Trim(Duration.ofMillis(730), Duration.ofMillis(1730)), 240);

    Film film = new Film(capsule.file("video-240.mp4"));
    assertThat(film.pictures()).isCloseTo(25, within(1));
    assertThat(capsule.index("audio.mp4").seconds()).isCloseTo(1, within(0.05));
    assertThat(capsule.result().findings()).isEmpty();
  }

  /**
   * Left: a colour under nothing but transparency; in the middle half a white; right a whole one.
   */
  @ParameterizedTest
  @CsvSource({
    "film.mov,  qtrle,                  argb",
    "png.mkv,   png,                    rgba",
    "film.mkv,  ffv1,                   yuva420p",
    "film.avi,  ffv1,                   yuva444p",
    "other.mov, prores_ks profile=4444, yuva444p10le",
    "film.webm, libvpx-vp9 deadline=realtime:cpu-used=8:b=4M, yuva420p",
    "old.webm,  libvpx deadline=realtime:b=4M:auto-alt-ref=0, yuva420p"
  })
  void transparentPlaces_areShownOnBlack(String file, String encoder, String format)
      throws Exception {
    Path footage =
        new GeneratedFootage()
            .track(
                "color=0xE04020@0:s=480x240:r=25:d=0.4,format=rgba,"
                    + "drawbox=x=160:w=160:h=ih:c=white@0.5:t=fill:replace=1,"
                    + "drawbox=x=320:w=160:h=ih:c=white@1:t=fill:replace=1,"
                    + "scale=out_color_matrix=bt709:out_range=tv,format="
                    + format,
                encoder)
            .to(folder.resolve(file));

    Production capsule = Production.of(footage, folder, Trim.NONE, 240);

    try (ShownPicture shown = ShownPicture.of(capsule.file("video-240.mp4"), 0)) {
      assertThat(shown.colour(80, 120)).containsExactly(new double[] {16, 128, 128}, within(3.0));
      assertThat(shown.colour(240, 120)).containsExactly(new double[] {126, 128, 128}, within(4.0));
      assertThat(shown.colour(400, 120)).containsExactly(new double[] {235, 128, 128}, within(3.0));
    }
  }
}

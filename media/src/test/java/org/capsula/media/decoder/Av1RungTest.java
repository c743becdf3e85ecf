package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Packet;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rung a second time in AV1. */
class Av1RungTest {
  private static final Trim PART = new Trim(Duration.ofSeconds(25), Duration.ofSeconds(30));

  @TempDir private static Path folder;
  private static Production capsule;

  @BeforeAll
  static void produce() throws Exception {
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createTempDirectory(folder, "scratch"))) {
      Path film = SharedData.film("sintel-trailer-720p.mp4");
      Path tracks = Files.createDirectory(folder.resolve("tracks"));
      TranscodeJob job = Production.job(film, tracks, decoder.inspect(film, PART), PART, 360, 234);
      TranscodeJob both =
          new TranscodeJob(
              film,
              tracks,
              job.info(),
              job.rungs(),
              job.preset(),
              PART,
              job.storyboard(),
              /* av1= */ true,
              /* copy= */ null);
      capsule = new Production(both, decoder.transcode(both, time -> {}));
    }
  }

  @Test
  void rungInAv1_isNamedAsPlayersAskForIt() throws IOException {
    TrackIndex index = capsule.index("video-360-av1.mp4");

    assertThat(index.codec()).matches("av01\\.0\\.0[0-4]M\\.08");
    assertThat(index.width()).isEqualTo(capsule.index("video-360.mp4").width());
    assertThat(index.height()).isEqualTo(360);
    assertThat(index.hasKeyFrames()).isTrue();
  }

  @Test
  void groupsAndSegments_areThoseOfTheOtherRungs() throws IOException {
    for (String lines : List.of("360", "234")) {
      assertThat(capsule.index("video-" + lines + "-av1.mp4").segments())
          .extracting(Segment::start)
          .isEqualTo(
              capsule.index("video-" + lines + ".mp4").segments().stream()
                  .map(Segment::start)
                  .toList());
      assertThat(keyTimes("video-" + lines + "-av1.mp4"))
          .isEqualTo(keyTimes("video-" + lines + ".mp4"));
    }
  }

  private static List<Long> keyTimes(String name) {
    return new Film(capsule.file(name))
        .packets().stream()
            .filter(Packet::key)
            .map(packet -> Math.round(packet.seconds() * 1000))
            .toList();
  }

  @Test
  void picture_isTheSameForFewerBytes() throws IOException {
    assertThat(new Film(capsule.file("video-360-av1.mp4")).pictures())
        .isEqualTo(new Film(capsule.file("video-360.mp4")).pictures());
    assertThat(capsule.index("video-360-av1.mp4").mediaBytes())
        .isLessThan(capsule.index("video-360.mp4").mediaBytes());
    int[][] av1 = new Film(capsule.file("video-360-av1.mp4")).luma(3, 32, 18);
    int[][] h264 = new Film(capsule.file("video-360.mp4")).luma(3, 32, 18);
    double difference = 0;
    for (int y = 0; y < 18; y++) {
      for (int x = 0; x < 32; x++) {
        difference += Math.abs(av1[y][x] - h264[y][x]) / (32.0 * 18);
      }
    }
    assertThat(difference).isLessThan(4);
  }

  /** One thread an encoder: no byte depends on which was quicker. */
  @Test
  void film_madeTwice_hasTheSameBytes() throws Exception {
    Path tracks = Files.createDirectory(folder.resolve("again"));
    TranscodeJob first = capsule.job();
    TranscodeJob second =
        new TranscodeJob(
            first.footage(),
            tracks,
            first.info(),
            first.rungs(),
            first.preset(),
            PART,
            first.storyboard(),
            /* av1= */ true,
            /* copy= */ null);
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createTempDirectory(folder, "scratch"))) {
      decoder.transcode(second, time -> {});
    }
    try (var files = Files.list(tracks)) {
      for (Path file : files.toList()) {
        assertThat(file).hasSameBinaryContentAs(capsule.file(file.getFileName().toString()));
      }
    }
  }
}

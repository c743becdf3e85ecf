package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Packet;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.fragment.Segment;
import org.capsula.media.ladder.Ladder;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film that is fit for every player stands in its ladder as it came. */
class CopiedRungTest {
  /** 1.4 s: no multiple of the two seconds of the rungs that are encoded without a copy. */
  private static final int GROUP = 35;

  private static final double SECONDS = 12;

  @TempDir private static Path folder;
  private static Path footage;
  private static Production capsule;

  @BeforeAll
  static void produce() throws Exception {
    Path picture =
        new GeneratedFilm(640, 360)
            .with(AV_CODEC_ID_H264, /* mostBFrames= */ 2)
            .groups(GROUP)
            .to(folder.resolve("picture.mp4"), SECONDS);
    Path sound = sound();
    footage = folder.resolve("footage.mp4");
    try (DecoderProcess decoder = start()) {
      decoder.remux(new RemuxJob(picture, sound, List.of(), footage));
      MediaInfo info = decoder.inspect(footage, Trim.NONE);
      TranscodeJob job =
          new TranscodeJob(
              footage,
              Files.createDirectory(folder.resolve("copied")),
              info,
              Ladder.ofRequest(info.picture().orElseThrow(), List.of(360, 234)).rungs(),
              Preset.FAST,
              Trim.NONE,
              StoryboardPlan.of(info.picture().orElseThrow(), info.duration()),
              /* av1= */ false,
              info.copy());
      capsule = new Production(job, decoder.transcode(job, time -> {}));
    }
  }

  /** As long as the picture. */
  private static Path sound() throws IOException, UnreadableMediaException {
    Path sintel = SharedData.film("sintel-trailer-720p.mp4");
    Trim part = new Trim(Duration.ZERO, Duration.ofSeconds((long) SECONDS));
    return Production.of(sintel, Files.createDirectory(folder.resolve("source")), part, 234)
        .file("audio.mp4");
  }

  private static DecoderProcess start() throws IOException {
    return DecoderProcess.start(Files.createTempDirectory(folder, "scratch"));
  }

  @Test
  void inspection_findsNothingInTheWay() {
    PictureCopy copy = Objects.requireNonNull(capsule.job().info().copy());

    assertThat(copy.obstacle()).isNull();
    assertThat(copy.keyFrames())
        .isEqualTo(IntStream.range(0, 9).map(i -> i * GROUP).boxed().toList());
    assertThat(copy.frames()).isEqualTo((int) (SECONDS * 25));
  }

  @Test
  void largestRung_isTheFootagesOwnStream() {
    List<Packet> copied = new Film(capsule.file("video-360.mp4")).packets();
    List<Packet> own =
        new Film(footage).packets().stream().filter(packet -> packet.stream() == 0).toList();

    assertThat(copied).hasSameSizeAs(own);
    assertThat(copied.stream().map(packet -> withoutPosition(packet.bytes())))
        .isEqualTo(own.stream().map(packet -> withoutPosition(packet.bytes())).toList());
    for (int i = 0; i < own.size(); i++) {
      assertThat(copied.get(i).seconds()).isCloseTo(own.get(i).seconds(), within(0.001));
    }
  }

  private static ByteBuffer withoutPosition(ByteBuffer bytes) {
    return bytes.duplicate().clear();
  }

  @Test
  void everyTrack_beginsItsSegmentsWithTheSameGroups() throws IOException {
    List<Segment> copied = capsule.index("video-360.mp4").segments();

    assertThat(copied).extracting(Segment::start).containsExactly(0.0, 4.2, 8.4);
    assertThat(capsule.index("video-234.mp4").segments())
        .extracting(Segment::start)
        .isEqualTo(copied.stream().map(Segment::start).toList());
    List<Segment> sound = capsule.index("audio.mp4").segments();
    assertThat(sound).hasSameSizeAs(copied);
    for (int i = 0; i < sound.size(); i++) {
      assertThat(sound.get(i).start()).isCloseTo(copied.get(i).start(), within(1024.0 / 48_000));
    }
  }

  @Test
  void keyFrames_ofTheEncodedRung_areThoseOfTheCopy() {
    assertThat(keyTimes("video-234.mp4")).isEqualTo(keyTimes("video-360.mp4")).hasSize(9);
  }

  private static List<Long> keyTimes(String name) {
    return new Film(capsule.file(name))
        .packets().stream()
            .filter(Packet::key)
            .map(packet -> Math.round(packet.seconds() * 1000))
            .toList();
  }

  @Test
  void pictureAtTheSameTime_isTheSameInBothRungs() {
    for (double second : new double[] {0, 4.2, 11.9}) {
      int[][] copied = new Film(capsule.file("video-360.mp4")).luma(second, 32, 18);
      int[][] encoded = new Film(capsule.file("video-234.mp4")).luma(second, 32, 18);
      double difference = 0;
      for (int y = 0; y < 18; y++) {
        for (int x = 0; x < 32; x++) {
          difference += Math.abs(copied[y][x] - encoded[y][x]) / (32.0 * 18);
        }
      }
      assertThat(difference).as("at %s s", second).isLessThan(6);
    }
  }

  @Test
  void stills_areThereAsWithoutACopy() {
    assertThat(capsule.file("poster.jpg")).isNotEmptyFile();
    assertThat(capsule.file("storyboard.jpg")).isNotEmptyFile();
    assertThat(capsule.result().videoDecoders()).isEqualTo(1);
  }

  @Test
  void filmWithKeyFramesFarApart_isNotCopied() throws Exception {
    Path film = new GeneratedFilm(320, 180).groups(200).to(folder.resolve("long-groups.mp4"), 8);

    assertThat(obstacle(film)).isEqualTo("its key frames are up to 8 s apart");
  }

  @Test
  void filmWithUnsteadyPictures_isNotCopied() throws Exception {
    Path film =
        new GeneratedFilm(320, 180)
            .groups(25)
            .to(folder.resolve("variable.mkv"), 4, time -> time + 0.3 * Math.sin(time));

    assertThat(obstacle(film)).isEqualTo("its frame rate varies");
  }

  @Test
  void mpeg4_isNotCopied() throws Exception {
    Path film =
        new GeneratedFilm(320, 180).with(AV_CODEC_ID_MPEG4, 0).to(folder.resolve("mpeg4.mp4"), 2);

    assertThat(obstacle(film)).isEqualTo("it is not H.264");
  }

  private static String obstacle(Path film) throws IOException, UnreadableMediaException {
    try (DecoderProcess decoder = start()) {
      PictureCopy copy = decoder.inspect(film, Trim.NONE).copy();
      return String.valueOf(copy == null ? null : copy.obstacle());
    }
  }
}

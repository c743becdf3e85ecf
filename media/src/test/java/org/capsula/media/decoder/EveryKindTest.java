package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.media.Finding;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Packet;
import org.capsula.media.ffmpeg.ShownPicture;
import org.capsula.media.fragment.TrackIndexReader;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Footage of every kind that is read, each in the size it has, through one decoder process. */
class EveryKindTest {
  private static final int LIMITED = 1;
  private static final int SHARED_FILMS = 20;

  @TempDir static Path scratch;
  private static @Nullable DecoderProcess decoder;

  @TempDir Path folder;

  @AfterAll
  static void end() {
    if (decoder != null) {
      decoder.close();
    }
  }

  /** Another one where the one before has crashed, which is that footage's fault alone. */
  private static DecoderProcess decoder() {
    if (decoder == null || !decoder.handle().isAlive()) {
      decoder = DecoderProcess.start(scratch);
    }
    return decoder;
  }

  static List<FootageKind> kinds() {
    return FootageKind.all();
  }

  @Test
  void table_holdsEveryKind() {
    List<FootageKind> kinds = kinds();

    assertThat(kinds).extracting(FootageKind::file).doesNotHaveDuplicates();
    assertThat(kinds.size() + SHARED_FILMS).isGreaterThanOrEqualTo(60);
    assertThat(kinds).extracting(FootageKind::turned).contains(0, 90, 180, 270);
    assertThat(kinds)
        .extracting(FootageKind::pixels)
        .contains("yuv420p", "yuv420p10le", "yuv422p", "yuv422p10le", "yuv444p", "yuvj420p")
        .contains("rgb24", "argb", "bgr0", "yuva420p", "yuva444p10le");
    assertThat(kinds.stream().map(kind -> kind.sound().replaceAll(".*:", "")))
        .contains("mono", "stereo", "5.1");
    assertThat(kinds.stream().map(FootageKind::tags))
        .contains("bt709 tv", "bt709 pc", "smpte170m tv", "bt470bg tv", "unsaid tv");
    assertThat(kinds)
        .extracting(FootageKind::container)
        .contains("mov", "mp4", "3gp", "m4a", "mkv", "webm", "ts", "mpg", "avi", "flv", "wmv")
        .contains("asf", "ogv", "ogg", "mxf", "dv", "rm", "wav", "w64", "aiff", "caf")
        .contains("mp3", "flac", "aac", "ac3", "eac3", "amr");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void kind_comesOutRight(FootageKind kind) throws Exception {
    Path footage = kind.in(folder);
    MediaInfo info = decoder().inspect(footage, Trim.NONE);
    int lines = info.picture().map(VideoTrack::lines).orElse(0);
    TranscodeJob job = Production.job(footage, target(), info, Trim.NONE, lines);

    TranscodeResult result = decoder().transcode(job, time -> {});

    List<String> said =
        Stream.concat(info.findings().stream(), result.findings().stream())
            .map(Finding::code)
            .toList();
    if (!kind.finding().isEmpty()) {
      assertThat(said).contains(kind.finding());
    }
    assertThat(said.contains("deinterlaced")).isEqualTo(kind.finding().equals("deinterlaced"));
    assertThat(said.contains("variable-frame-rate"))
        .isEqualTo(kind.finding().equals("variable-frame-rate"));
    assertThat(said).doesNotContain("decode-errors", "video-not-decodable", "footage-truncated");
    assertThat(info.picture().isPresent()).isEqualTo(kind.hasPicture());
    assertThat(info.sound().isPresent()).isEqualTo(kind.hasSound());
    if (kind.hasPicture()) {
      Path video = target().resolve(TrackFiles.video(job.rungs().get(0)));
      requirePicture(video, kind);
      requireGrid(video, kind.rate());
      assertThat(TrackIndexReader.read(video).seconds())
          .isCloseTo(kind.seconds(), within(1 / kind.rate() + 0.001));
    }
    if (kind.hasSound()) {
      // A packet's padding at either end, which some containers cannot tell from the sound.
      assertThat(TrackIndexReader.read(target().resolve(TrackFiles.AUDIO)).seconds())
          .isCloseTo(1, within(0.1));
    }
  }

  private static void requirePicture(Path video, FootageKind kind) {
    try (ShownPicture shown = ShownPicture.of(video, 0.2)) {
      assertThat(shown.width()).isEqualTo(kind.width());
      assertThat(shown.height()).isEqualTo(kind.height());
      assertThat(shown.pixelFormat()).isEqualTo("yuv420p");
      assertThat(shown.tags().range()).isEqualTo(LIMITED);
      assertThat(shown.tags().matrix()).isEqualTo(kind.matrix());
      double[] rgb = rgb(filling(shown, kind.turned()), kind.matrix());
      for (int i = 0; i < 3; i++) {
        assertThat(rgb[i]).as("colour %d", i).isCloseTo(FootageKind.FILLING[i], within(8.0));
      }
    }
  }

  /** What was filmed at the left, turned clockwise. */
  private static double[] filling(ShownPicture shown, int turned) {
    int width = shown.width();
    int height = shown.height();
    return switch (turned) {
      case 90 -> shown.colour(width / 2, height / 6);
      case 180 -> shown.colour(width * 5 / 6, height / 2);
      case 270 -> shown.colour(width / 2, height * 5 / 6);
      default -> shown.colour(width / 6, height / 2);
    };
  }

  /** BT.709-6, 3.3, and BT.601-7, 2.5.1, limited range. */
  private static double[] rgb(double[] yCbCr, int matrix) {
    double kr = matrix == 1 ? 0.2126 : 0.299;
    double kb = matrix == 1 ? 0.0722 : 0.114;
    double luma = (yCbCr[0] - 16) / 219;
    double red = luma + 2 * (1 - kr) * (yCbCr[2] - 128) / 224;
    double blue = luma + 2 * (1 - kb) * (yCbCr[1] - 128) / 224;
    return new double[] {
      255 * red, 255 * (luma - kr * red - kb * blue) / (1 - kr - kb), 255 * blue
    };
  }

  private static void requireGrid(Path video, double rate) {
    double[] times =
        new Film(video).packets().stream().mapToDouble(Packet::seconds).sorted().toArray();
    for (int i = 0; i < times.length; i++) {
      assertThat(times[i]).isCloseTo(i / rate, within(0.002));
    }
  }

  /** A second of each film of cameras, phones and programs, with what its tags must become. */
  @ParameterizedTest
  @CsvSource({
    "bbb-480p-surround51.mp4,          854,  480,  24,     1,     6",
    "camera-clips-1080p30.mp4,         1920, 1080, 30,     1,     1",
    "car-street-12fps.mp4,             768,  432,  12.5,   1,     6",
    "hdr10-av1-portrait.mp4,           720,  1280, 29.970, 1,     1",
    "hlg-hevc10-editlist-1080p.mp4,    1080, 1920, 29.970, 1,     1",
    "letterbox-4x3.mp4,                880,  660,  1,      1,     6",
    "mov-1080p50-pcm.mov,              1920, 1080, 50,     1,     1",
    "mpeg2-1080p.ts,                   1920, 1080, 24,     1,     1",
    "mpeg4-mp3.avi,                    960,  400,  23.976, 1,     6",
    "people-corridor-silent-10fps.mp4, 768,  432,  10,     1,     6",
    "phone-1080p-full-range-silent.mp4, 1920, 1080, 29.970, 1,    1",
    "portrait-4k60.mp4,                2160, 3840, 60,     0.300, 5",
    "pq-hevc-untagged-container.mp4,   1920, 1080, 30,     1,     1",
    "rotated-270.mp4,                  720,  1280, 29.970, 1,     1",
    "scene-change-mjpeg.mov,           320,  240,  1,      1,     5",
    "sintel-trailer-720p.mp4,          1280, 720,  24,     1,     1",
    "vfr-360p.mp4,                     640,  360,  30,     1,     1",
    "vfr-640x480.mov,                  640,  480,  23.976, 1,     6",
    "vp9-60fps-vorbis51.webm,          960,  540,  60,     1,     5",
    "with-chapters.mp4,                1080, 720,  29.970, 1,     1",
  })
  void sharedFilm_comesOutRight(
      String name, int width, int height, double rate, double seconds, int matrix)
      throws Exception {
    Path footage = SharedData.film(name);
    Trim trim = new Trim(Duration.ZERO, Duration.ofSeconds(1));
    MediaInfo info = decoder().inspect(footage, trim);
    TranscodeJob job = Production.job(footage, target(), info, trim, 144);

    decoder().transcode(job, time -> {});

    VideoTrack picture = info.picture().orElseThrow();
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(picture.frameRate().toDouble()).isCloseTo(rate, within(0.001));
    Path video = target().resolve(TrackFiles.video(job.rungs().get(0)));
    requireGrid(video, picture.frameRate().toDouble());
    assertThat(TrackIndexReader.read(video).seconds()).isCloseTo(seconds, within(1 / rate + 0.001));
    try (ShownPicture shown = ShownPicture.of(video, 0)) {
      assertThat((double) shown.width() / shown.height())
          .isCloseTo((double) width / height, within(0.02 * width / height));
      assertThat(shown.pixelFormat()).isEqualTo("yuv420p");
      assertThat(shown.tags().range()).isEqualTo(LIMITED);
      assertThat(shown.tags().matrix()).isEqualTo(matrix);
    }
  }

  @Test
  void containerWithoutStreams_isRefused() {
    assertThatThrownBy(() -> decoder().inspect(SharedData.film("nostreams.mp4"), Trim.NONE))
        .isInstanceOf(UnreadableMediaException.class);
  }

  private Path target() throws IOException {
    return Files.createDirectories(folder.resolve("tracks"));
  }
}

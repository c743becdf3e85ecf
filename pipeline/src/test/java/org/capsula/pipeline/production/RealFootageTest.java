package org.capsula.pipeline.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.fragment.TrackIndexReader;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.SharedData;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Report;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Footage of many cameras: displayed size, rate and duration, and what must be said of each. */
final class RealFootageTest {
  @TempDir private Path temporary;

  /** Size after rotation; rate as filmed or the nearest usual one; length of the picture. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "bbb-480p-surround51.mp4,            854,  480,  24,     30.000, -",
        "camera-clips-1080p30.mp4,           1920, 1080, 30,     16.367, -",
        "car-street-12fps.mp4,               768,  432,  12.5,   30.160, silent",
        "hdr10-av1-portrait.mp4,             720,  1280, 29.970, 4.238,  hdr-tone-mapped",
        "hlg-hevc10-editlist-1080p.mp4,      1080, 1920, 29.970, 2.548,  hdr-tone-mapped",
        "letterbox-4x3.mp4,                  880,  660,  1,      40.000, -",
        "mov-1080p50-pcm.mov,                1920, 1080, 50,     2.000,  -",
        "mpeg2-1080p.ts,                     1920, 1080, 24,     2.500,  gain-limited",
        "mpeg4-mp3.avi,                      960,  400,  23.976, 4.087,  -",
        "people-corridor-silent-10fps.mp4,   768,  432,  10,     139.4,  no-audio",
        "phone-1080p-full-range-silent.mp4,  1920, 1080, 29.970, 1.205,  no-audio",
        "portrait-4k60.mp4,                  2160, 3840, 60,     0.300,  silent",
        "pq-hevc-untagged-container.mp4,     1920, 1080, 30,     1.017,  hdr-tone-mapped",
        "rotated-270.mp4,                    720,  1280, 29.970, 4.972,  -",
        "scene-change-mjpeg.mov,             320,  240,  1,      20.000, no-audio",
        "sintel-trailer-720p.mp4,            1280, 720,  24,     52.208, -",
        "vfr-360p.mp4,                       640,  360,  30,     17.063, -",
        "vfr-640x480.mov,                    640,  480,  23.976, 10.440, variable-frame-rate",
        "vp9-60fps-vorbis51.webm,            960,  540,  60,     1.000,  -",
        "with-chapters.mp4,                  1080, 720,  29.970, 1.001,  silent"
      })
  void film_keepsItsSizeRateAndLength(
      String file, int width, int height, double rate, double seconds, @Nullable String finding)
      throws IOException {
    Report report = produce(file);

    assertThat(report.state()).isEqualTo("produced");
    assertThat(report.source().width()).isEqualTo(width);
    assertThat(report.source().height()).isEqualTo(height);
    assertThat(report.source().frameRate()).isEqualTo(rate, within(0.001));
    assertThat(report.videoDecoders()).isEqualTo(1);
    TrackIndex video = TrackIndexReader.read(target().resolve(report.tracks().get(0).file()));
    double aspect = (double) width / height;
    assertThat((double) video.width() / video.height()).isEqualTo(aspect, within(0.01 * aspect));
    // An edit list may cut the last frame short, which a steady rate cannot.
    double tolerance = file.equals("vfr-640x480.mov") ? 2 / rate : 1 / rate;
    assertThat(video.seconds()).isEqualTo(seconds, within(tolerance + 0.001));
    if (finding != null) {
      assertThat(report.findings()).extracting(Finding::code).contains(finding);
    }
  }

  private Report produce(String file) {
    Order order =
        new Order(
            SharedData.path("media/" + file),
            List.of(),
            target(),
            List.of(234),
            Preset.FAST,
            Trim.NONE);
    return new Producer().produce(order, (step, percent) -> {});
  }

  private Path target() {
    return temporary.resolve("film");
  }

  @Test
  void soundAlone_isProducedWithAPoster() {
    Report report = produce("audio-only-speech-8khz.mp4");

    assertThat(report.state()).isEqualTo("produced");
    assertThat(report.source().width()).isNull();
    assertThat(report.tracks()).extracting(Report.Track::kind).containsExactly("audio");
    assertThat(report.loudness()).isNotNull();
    assertThat(target().resolve("poster.jpg")).exists();
  }
}

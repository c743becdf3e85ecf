package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.capsula.media.Finding;
import org.capsula.media.Severity;
import org.capsula.media.colour.Hdr;
import org.capsula.media.decoder.HdrChart.Patch;
import org.capsula.media.ffmpeg.GeneratedFootage;
import org.capsula.media.ffmpeg.ShownPicture;
import org.capsula.media.still.StillJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts of known light, in the ways in which films say that they are HDR. */
class HdrChartTest {
  private static final String BT2020 = ",setparams=colorspace=bt2020nc:color_primaries=bt2020:";
  private static final String LOSSLESS =
      "libx265 preset=ultrafast:x265-params=lossless=1\\:log-level=error";

  /** BT.709, limited range. */
  private static final ShownPicture.Tags ORDINARY = new ShownPicture.Tags(1, 1, 1, 1);

  @TempDir Path folder;

  /**
   * @param file whose name says the container; a transport stream has no word for colours
   * @param peak the brightest light in cd/m², by which BT.2390 bends
   */
  private record Chart(String file, Hdr hdr, String tag, String encoder, double peak) {
    Path in(Path folder) throws Exception {
      String source =
          hdr == Hdr.PQ
              ? HdrChart.source(HdrReference::pq, 10)
              : HdrChart.source(HdrReference::hlg, 10);
      return new GeneratedFootage()
          .track(source + BT2020 + "color_trc=" + tag, encoder)
          .to(folder.resolve(file));
    }
  }

  private static List<Chart> charts() {
    return List.of(
        new Chart("pq.mp4", Hdr.PQ, "smpte2084", LOSSLESS, 1000),
        new Chart("pq-by-bitstream.ts", Hdr.PQ, "smpte2084", LOSSLESS, 1000),
        new Chart("pq-bright.mkv", Hdr.PQ, "smpte2084", LOSSLESS + "\\:max-cll=4000\\,1000", 4000),
        new Chart("hlg.mov", Hdr.HLG, "arib-std-b67", LOSSLESS, 1000),
        // ETSI TS 101 154: the old transfer in the header, HLG in a message beside the pictures.
        new Chart("hlg-by-message.mp4", Hdr.HLG, "bt2020-10", LOSSLESS + "\\:atc-sei=18", 1000));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void chart_isShownAsBt2390Says(Chart chart) throws Exception {
    Production capsule = Production.of(chart.in(folder), folder, Trim.NONE, 360);

    assertThat(capsule.result().hdr()).isEqualTo(chart.hdr());
    assertThat(capsule.result().findings())
        .contains(
            new Finding(
                Severity.NOTE,
                "hdr-tone-mapped",
                null,
                null,
                Map.of("transfer", chart.hdr().word())));
    try (ShownPicture shown = ShownPicture.of(capsule.file("video-360.mp4"), 0)) {
      assertThat(shown.tags()).isEqualTo(ORDINARY);
      assertThat(shown.pixelFormat()).isEqualTo("yuv420p");
      assertThat(shown.colour(HdrChart.WHITE.x(), HdrChart.WHITE.y())[0]).isBetween(190.0, 235.0);
      for (Patch patch : HdrChart.PATCHES) {
        double[] seen = HdrReference.light709(shown.colour(patch.x(), patch.y()));
        requireHue(patch, seen);
        requireColour(patch, seen, chart.peak());
      }
    }
  }

  private static void requireHue(Patch patch, double[] seen) {
    if (!patch.grey()) {
      double turn = HdrReference.hue709(seen) - HdrReference.hue2020(patch.light());
      assertThat(Math.IEEEremainder(turn, 360)).as("hue of %s", patch).isBetween(-5.0, 5.0);
    }
  }

  /** What BT.709 can show comes out as computed; the rest has lost saturation only. */
  private static void requireColour(Patch patch, double[] light, double peak) {
    double[] expected = HdrReference.shown(patch.light(), peak);
    if (Arrays.stream(expected).allMatch(part -> part > -0.001 && part < 1.001)) {
      for (int i = 0; i < 3; i++) {
        requireLight(patch, light[i], expected[i]);
      }
    }
  }

  /**
   * Within five steps of 8 bits; for a colour that is not there at all, where these are finest,
   * within two hundredths of the light.
   */
  private static void requireLight(Patch patch, double light, double expected) {
    if (Math.abs(light - expected) > 0.02) {
      assertThat(255 * HdrReference.signal709(light))
          .as("%s: %s for %s", patch, light, expected)
          .isCloseTo(255 * HdrReference.signal709(expected), within(5.0));
    }
  }

  @Test
  void stills_areToneMappedToo() throws Exception {
    Path film = charts().get(0).in(folder);
    Path still = folder.resolve("still.jpg");
    Path poster = Production.of(film, folder, Trim.NONE, 360).file("poster.jpg");
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createDirectory(folder.resolve("stills")))) {
      decoder.still(new StillJob(film, Duration.ofMillis(200), 640, still));
    }

    for (Path jpeg : List.of(still, poster)) {
      for (Patch patch :
          List.of(HdrChart.WHITE, HdrChart.LIGHT_SKIN, HdrChart.RED, HdrChart.CYAN)) {
        requireSeen(jpeg, patch);
      }
    }
  }

  /** As Java's own reader sees it, which knows no matrix but the JPEG's. */
  private static void requireSeen(Path jpeg, Patch patch) throws IOException {
    Color seen = new Color(ImageIO.read(jpeg.toFile()).getRGB(patch.x(), patch.y()));
    double[] expected = HdrReference.shown(patch.light(), 1000);
    int[] colours = {seen.getRed(), seen.getGreen(), seen.getBlue()};
    for (int i = 0; i < 3; i++) {
      requireLight(patch, HdrReference.light709(colours[i] / 255.0), expected[i]);
    }
  }
}

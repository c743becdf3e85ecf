package org.capsula.media.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the values that the recommendations print. */
class ToneMapTest {
  private static final Offset<Double> HALF_A_PERCENT = within(0.005);

  /**
   * BT.2408-7, table 1: grey card, reference white; BT.2100-2: the peak; 100 and 1000 as is usual.
   */
  @ParameterizedTest
  @CsvSource({"0, 0", "26, 0.38", "100, 0.508", "203, 0.58", "1000, 0.752", "10000, 1"})
  void pq_ofALight_isThePublishedSignal(double light, double signal) {
    assertThat(Pq.signal(light)).isCloseTo(signal, HALF_A_PERCENT);
    assertThat(Pq.light(Pq.signal(light))).isCloseTo(light, within(1e-6));
  }

  /** BT.2408-7, table 1, for a display of 1000 cd/m². */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.38, 26", "0.75, 203", "1, 1000"})
  void hlg_ofASignal_isThePublishedLight(double signal, double light) {
    Rgb grey = Hlg.light(new Rgb(signal, signal, signal));

    assertThat(grey.red()).isCloseTo(light, within(0.01 * light + 1e-9));
    assertThat(grey.smallest()).isCloseTo(grey.largest(), within(1e-9));
  }

  /** BT.2100-2, table 5: both pieces of the curve meet at a twelfth. */
  @Test
  void hlgScene_whereItsPiecesMeet_isATwelfth() {
    assertThat(Hlg.scene(0.5)).isCloseTo(1 / 12.0, within(1e-12));
    assertThat(Hlg.scene(0.5 + 1e-9)).isCloseTo(1 / 12.0, within(1e-8));
    assertThat(Hlg.scene(1)).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"203", "600", "1000", "4000"})
  void eetf_bendsOnlyAboveItsKnee(double peak) {
    ToneMap map = new ToneMap(Hdr.PQ, peak);
    double last = 0;
    for (double light = 1; light <= peak; light *= 1.1) {
      double shown = map.eetf(light);
      assertThat(shown).isGreaterThan(last).isLessThanOrEqualTo(light + 1e-6);
      last = shown;
    }
    assertThat(map.eetf(peak)).isCloseTo(203, within(0.001));
    assertThat(map.eetf(20)).isCloseTo(20, within(0.001));
    assertThat(map.eetf(10_000)).isCloseTo(203, within(0.001));
  }

  @Test
  void peak_beyondWhatFilmsHave_isBrought() {
    Rgb grey = new Rgb(0.6, 0.6, 0.6);

    assertThat(new ToneMap(Hdr.PQ, 10_000).map(grey))
        .isEqualTo(new ToneMap(Hdr.PQ, 4000).map(grey));
    assertThat(new ToneMap(Hdr.PQ, 1).map(grey)).isEqualTo(new ToneMap(Hdr.PQ, 203).map(grey));
    assertThat(new ToneMap(Hdr.HLG, 4000).map(grey))
        .isEqualTo(new ToneMap(Hdr.HLG, 1000).map(grey));
  }

  @ParameterizedTest
  @EnumSource
  void greys_stayGreyAndInOrder(Hdr hdr) {
    ToneMap map = new ToneMap(hdr, ToneMap.USUAL_PEAK);
    double last = -1;
    for (int i = 0; i <= 64; i++) {
      Rgb shown = map.map(new Rgb(i / 64.0, i / 64.0, i / 64.0));
      assertThat(shown.largest() - shown.smallest()).isLessThan(1e-4);
      assertThat(shown.red()).isGreaterThanOrEqualTo(last);
      last = shown.red();
    }
    assertThat(last).isCloseTo(1, within(1e-4));
  }

  /** The corners of BT.2020 lie outside of BT.709: nothing may leave 0 to 1, nor lose its light. */
  @Test
  void coloursThatBt709CannotShow_keepTheirLight() {
    for (Rgb corner : List.of(new Rgb(0.4, 0, 0), new Rgb(0, 0.4, 0), new Rgb(0, 0, 0.4))) {
      Rgb inside = Primaries.clipped(Primaries.to709(corner));

      assertThat(inside.smallest()).isBetween(0.0, 1e-9);
      assertThat(inside.largest()).isLessThanOrEqualTo(1);
      assertThat(Primaries.luminance709(inside))
          .isCloseTo(Primaries.luminance2020(corner), within(0.0005));
    }
  }

  @Test
  void table_holdsItsColoursWithRedFastest(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("table.cube");
    ToneMap map = new ToneMap(Hdr.PQ, ToneMap.USUAL_PEAK);
    CubeLut.write(map, file);
    List<String> lines = Files.readAllLines(file);

    assertThat(lines).hasSize(1 + 65 * 65 * 65);
    assertThat(lines.get(0)).isEqualTo("LUT_3D_SIZE 65");
    assertThat(lines.get(1)).isEqualTo("0.000000 0.000000 0.000000");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("1.000000 1.000000 1.000000");
    Rgb reddish = map.map(new Rgb(32 / 64.0, 16 / 64.0, 8 / 64.0));
    String[] read = lines.get(1 + 32 + 65 * (16 + 65 * 8)).split(" ", -1);
    assertThat(Double.parseDouble(read[0])).isCloseTo(reddish.red(), within(1e-6));
    assertThat(Double.parseDouble(read[1])).isCloseTo(reddish.green(), within(1e-6));
    assertThat(Double.parseDouble(read[2])).isCloseTo(reddish.blue(), within(1e-6));
  }
}

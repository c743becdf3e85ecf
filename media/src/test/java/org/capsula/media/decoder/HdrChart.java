package org.capsula.media.decoder;

import static org.capsula.media.decoder.HdrReference.to2020;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A chart of patches whose light is known. */
final class HdrChart {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;
  private static final int PATCH = 80;
  private static final int PER_ROW = WIDTH / PATCH;

  /** One colour of the chart. */
  static final class Patch {
    private final String name;
    private final int place;
    private final double[] light;
    private final boolean grey;

    private Patch(String name, int place, double[] light, boolean grey) {
      this.name = name;
      this.place = place;
      this.light = light;
      this.grey = grey;
    }

    /** Of the BT.2020 colours in cd/m². */
    double[] light() {
      return light.clone();
    }

    boolean grey() {
      return grey;
    }

    int x() {
      return place % PER_ROW * PATCH + PATCH / 2;
    }

    int y() {
      return place / PER_ROW * (HEIGHT / 2) + HEIGHT / 4;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** BT.2408's reference white is 203 cd/m². */
  static final Patch WHITE = grey("white", 0, 203);

  /** Of the ColorChecker: 194 150 130 in sRGB. */
  static final Patch LIGHT_SKIN = bt709("light skin", 1, 203, 0.539, 0.305, 0.223);

  static final Patch RED = bt709("red", 2, 203, 1, 0, 0);
  static final Patch CYAN = bt709("cyan", 3, 203, 0, 1, 1);

  static final List<Patch> PATCHES =
      List.of(
          WHITE,
          LIGHT_SKIN,
          RED,
          CYAN,
          bt709("green", 4, 203, 0, 1, 0),
          bt709("magenta", 5, 203, 1, 0, 1),
          bt709("blue", 6, 203, 0, 0, 1),
          bt709("yellow", 7, 203, 1, 1, 0),
          // 115 82 68 in sRGB.
          bt709("dark skin", 8, 203, 0.171, 0.084, 0.058),
          bt709("skin in the sun", 9, 600, 0.539, 0.305, 0.223),
          bt2020("red of BT.2020", 10, 150, 0, 0),
          bt2020("green of BT.2020", 11, 0, 150, 0),
          bt2020("blue of BT.2020", 12, 0, 0, 150),
          grey("grey card", 13, 26),
          grey("lamp", 14, 1000),
          grey("black", 15, 0));

  private HdrChart() {}

  private static Patch grey(String name, int place, double level) {
    return new Patch(name, place, new double[] {level, level, level}, true);
  }

  private static Patch bt709(String name, int place, double level, double... parts) {
    double[] light = to2020(parts);
    for (int i = 0; i < 3; i++) {
      light[i] *= level;
    }
    return new Patch(name, place, light, false);
  }

  private static Patch bt2020(String name, int place, double... light) {
    return new Patch(name, place, light, false);
  }

  /**
   * FFmpeg's filters that draw it in 10 bits.
   *
   * @param signal from light in cd/m² to the three signals
   */
  static String source(UnaryOperator<double[]> signal, int pictures) {
    StringBuilder[] planes = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
    for (Patch patch : PATCHES) {
      int[] codes = codes(signal.apply(patch.light));
      for (int plane = 0; plane < 3; plane++) {
        int side = plane == 0 ? 1 : 2;
        planes[plane].append(
            "+%d*eq(floor(X/%d)+%d*floor(Y/%d),%d)"
                .formatted(codes[plane], PATCH / side, PER_ROW, HEIGHT / 2 / side, patch.place));
      }
    }
    return String.format(
        Locale.ROOT,
        "nullsrc=s=%dx%d:r=25:d=0.04,format=yuv420p10le,geq=lum='0%s':cb='0%s':cr='0%s',loop=loop=%d:size=1",
        WIDTH,
        HEIGHT,
        planes[0],
        planes[1],
        planes[2],
        pictures - 1);
  }

  /** BT.2100-2, tables 6 and 9: non-constant luminance, narrow range, 10 bits. */
  private static int[] codes(double[] signal) {
    double luma = 0.2627 * signal[0] + 0.6780 * signal[1] + 0.0593 * signal[2];
    return new int[] {
      (int) Math.round((219 * luma + 16) * 4),
      (int) Math.round((224 * (signal[2] - luma) / 1.8814 + 128) * 4),
      (int) Math.round((224 * (signal[0] - luma) / 1.4746 + 128) * 4)
    };
  }
}

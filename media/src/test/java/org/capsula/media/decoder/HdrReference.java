package org.capsula.media.decoder;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What BT.2100 and BT.2390 make of a light, written from the recommendations alone, in vectors and
 * matrices, sharing nothing with the code under test. Light is in cd/m² of three colours.
 */
final class HdrReference {
  /** From a colour to CIE XYZ: BT.2020-2 and BT.709-6 name the corners, D65 is the white. */
  private static final double[][] XYZ_2020 =
      toXyz(new double[][] {{0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}});

  private static final double[][] XYZ_709 =
      toXyz(new double[][] {{0.640, 0.330}, {0.300, 0.600}, {0.150, 0.060}});

  private HdrReference() {}

  static double[] pq(double[] light) {
    return each(light, HdrReference::pq);
  }

  /** ST 2084 with the decimals that BT.2100-2 prints in table 4. */
  private static double pq(double light) {
    double y = Math.pow(Math.max(0, light) / 10_000, 0.1593017578125);
    return Math.pow((0.8359375 + 18.8515625 * y) / (1 + 18.6875 * y), 78.84375);
  }

  private static double fromPq(double signal) {
    double low = 0;
    double high = 10_000;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      low = pq(middle) < signal ? middle : low;
      high = pq(middle) < signal ? high : middle;
    }
    return low;
  }

  /** The inverse OOTF of a display of 1000 cd/m², then the OETF (BT.2100-2, table 5). */
  static double[] hlg(double[] light) {
    double luminance = (0.2627 * light[0] + 0.6780 * light[1] + 0.0593 * light[2]) / 1000;
    double factor = luminance <= 0 ? 0 : Math.pow(luminance, (1 - 1.2) / 1.2) / 1000;
    return each(
        light,
        value -> {
          double scene = Math.max(0, value * factor);
          return scene <= 1 / 12.0
              ? Math.sqrt(3 * scene)
              : 0.17883277 * Math.log(12 * scene - 0.28466892) + 0.55991073;
        });
  }

  /**
   * BT.2390-10, 5.4.1: the light of the BT.709 colours on a display of 203 cd/m², as parts of it.
   */
  static double[] shown(double[] light, double peak) {
    double largest = Math.max(light[0], Math.max(light[1], light[2]));
    if (largest == 0) {
      return new double[3];
    }
    double e1 = Math.min(1, pq(largest) / pq(peak));
    double maxLum = pq(203) / pq(peak);
    double ks = 1.5 * maxLum - 0.5;
    double t = (e1 - ks) / (1 - ks);
    double p =
        (2 * t * t * t - 3 * t * t + 1) * ks
            + (t * t * t - 2 * t * t + t) * (1 - ks)
            + (-2 * t * t * t + 3 * t * t) * maxLum;
    double gain = fromPq((e1 < ks ? e1 : p) * pq(peak)) / largest / 203;
    return times(inverse(XYZ_709), times(XYZ_2020, each(light, value -> value * gain)));
  }

  /** The light of the BT.709 colours, as parts of the display's white, by BT.709-6 and BT.1886. */
  static double[] light709(double[] yCbCr) {
    double luma = (yCbCr[0] - 16) / 219;
    double blue = luma + 1.8556 * (yCbCr[1] - 128) / 224;
    double red = luma + 1.5748 * (yCbCr[2] - 128) / 224;
    double green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152;
    return each(new double[] {red, green, blue}, HdrReference::light709);
  }

  /** From light of the BT.709 colours to light of the BT.2020 ones. */
  static double[] to2020(double[] light) {
    return times(inverse(XYZ_2020), times(XYZ_709, light));
  }

  /** BT.1886 with a perfect black. */
  static double light709(double signal) {
    return Math.pow(Math.min(1, Math.max(0, signal)), 2.4);
  }

  static double signal709(double light) {
    return Math.pow(Math.min(1, Math.max(0, light)), 1 / 2.4);
  }

  /** The direction from white in degrees: CIE 1976 u', v'. */
  static double hue709(double[] light) {
    return hue(times(XYZ_709, light));
  }

  static double hue2020(double[] light) {
    return hue(times(XYZ_2020, light));
  }

  private static double hue(double[] xyz) {
    double[] white = uv(new double[] {0.3127 / 0.3290, 1, 0.3583 / 0.3290});
    double[] here = uv(xyz);
    return Math.toDegrees(Math.atan2(here[1] - white[1], here[0] - white[0]));
  }

  private static double[] uv(double[] xyz) {
    double sum = xyz[0] + 15 * xyz[1] + 3 * xyz[2];
    return new double[] {4 * xyz[0] / sum, 9 * xyz[1] / sum};
  }

  private static double[][] toXyz(double[][] corners) {
    double[][] matrix = new double[3][3];
    for (int i = 0; i < 3; i++) {
      matrix[0][i] = corners[i][0] / corners[i][1];
      matrix[1][i] = 1;
      matrix[2][i] = (1 - corners[i][0] - corners[i][1]) / corners[i][1];
    }
    double[] weights = times(inverse(matrix), new double[] {0.3127 / 0.3290, 1, 0.3583 / 0.3290});
    for (double[] row : matrix) {
      for (int i = 0; i < 3; i++) {
        row[i] *= weights[i];
      }
    }
    return matrix;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 3; i++) {
        product[row] += matrix[row][i] * vector[i];
      }
    }
    return product;
  }

  private static double[][] inverse(double[][] m) {
    double[][] inverse = new double[3][3];
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      determinant += m[0][i] * cofactor(m, 0, i);
    }
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        inverse[column][row] = cofactor(m, row, column) / determinant;
      }
    }
    return inverse;
  }

  /** Counting on in circles gives the sign. */
  private static double cofactor(double[][] m, int row, int column) {
    int r1 = (row + 1) % 3;
    int r2 = (row + 2) % 3;
    int c1 = (column + 1) % 3;
    int c2 = (column + 2) % 3;
    return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
  }

  private static double[] each(double[] values, DoubleUnaryOperator operator) {
    return Arrays.stream(values).map(operator).toArray();
  }
}

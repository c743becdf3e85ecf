package org.capsula.media.colour;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tone map as a table of colours (Adobe Cube LUT Specification 1.0), as filters read it. */
public final class CubeLut {
  /**
   * Steps a colour: between them tetrahedral interpolation errs by less than half a step of 8 bits,
   * but at the edge of BT.709, where colours begin to be clipped, by about a hundredth of the
   * light.
   */
  private static final int SIDE = 65;

  private CubeLut() {}

  public static void write(ToneMap map, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("LUT_3D_SIZE " + SIDE + "\n");
      // Red changes fastest.
      for (int blue = 0; blue < SIDE; blue++) {
        for (int green = 0; green < SIDE; green++) {
          for (int red = 0; red < SIDE; red++) {
            out.write(line(map.map(new Rgb(step(red), step(green), step(blue)))));
          }
        }
      }
    }
  }

  private static double step(int number) {
    return number / (SIDE - 1.0);
  }

  private static String line(Rgb colour) {
    return decimal(colour.red())
        + ' '
        + decimal(colour.green())
        + ' '
        + decimal(colour.blue())
        + '\n';
  }

  /** Six decimals; a formatter would take seconds for 274,625 lines. */
  private static String decimal(double value) {
    long millionths = Math.round(value * 1_000_000);
    return millionths / 1_000_000
        + "."
        + Long.toString(1_000_000 + millionths % 1_000_000).substring(1);
  }
}

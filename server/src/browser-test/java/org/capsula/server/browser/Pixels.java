package org.capsula.server.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What stands on a part of the screen. */
record Pixels(BufferedImage image) {

  static Pixels of(byte[] png) {
    try {
      return new Pixels(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int height() {
    return image.getHeight();
  }

  /** The rows, from the top, in which the two differ. */
  int[] rowsUnlike(Pixels other) {
    return IntStream.range(0, height())
        .filter(
            y ->
                IntStream.range(0, image.getWidth())
                    .anyMatch(x -> image.getRGB(x, y) != other.image.getRGB(x, y)))
        .toArray();
  }
}

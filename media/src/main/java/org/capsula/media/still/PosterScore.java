package org.capsula.media.still;

import java.nio.ByteBuffer;

/**
 * How well a picture stands for its film: neither dark nor burnt out, rich in contrast, sharp.
 *
 * <p>A title card is sharp and full of contrast, yet mostly black or white: the brightness term
 * keeps it from winning.
 */
public final class PosterScore {
  /** Mean luma (BT.709 limited range, 16–235) of a well exposed picture. */
  private static final double GOOD_LUMA = 110;

  /** Standard deviation of luma above which more contrast is no gain. */
  private static final double ENOUGH_CONTRAST = 60;

  /** Mean absolute Laplacian above which more edges are no gain (noise has more). */
  private static final double ENOUGH_EDGES = 24;

  private PosterScore() {}

  /**
   * @param luma one byte a pixel
   * @param stride bytes from one line to the next
   * @return 0 (useless) to 1
   */
  public static double of(ByteBuffer luma, int width, int height, int stride) {
    long sum = 0;
    long squares = 0;
    long edges = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * stride + x;
        int value = luma.get(at) & 0xff;
        sum += value;
        squares += (long) value * value;
        edges +=
            Math.abs(
                4 * value
                    - (luma.get(at - 1) & 0xff)
                    - (luma.get(at + 1) & 0xff)
                    - (luma.get(at - stride) & 0xff)
                    - (luma.get(at + stride) & 0xff));
      }
    }
    double count = Math.max(1, (double) (width - 2) * (height - 2));
    double mean = sum / count;
    double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
    double exposure = Math.exp(-Math.pow((mean - GOOD_LUMA) / 50, 2));
    return exposure
        * Math.min(1, deviation / ENOUGH_CONTRAST)
        * Math.sqrt(Math.min(1, edges / count / ENOUGH_EDGES));
  }
}

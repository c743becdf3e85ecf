package org.capsula.media.ladder;

import org.capsula.media.Rational;

/** The cap of a rung's bit rate: what a viewer's line must carry at the film's hardest moment. */
final class BitBudget {
  /** 1920x1080 at 30 frames a second: 6 Mb/s, twice what camera footage needs at CRF 23. */
  private static final double REFERENCE_BITRATE = 6_000_000;

  private static final double REFERENCE_PIXELS = 1920.0 * 1080;
  private static final double REFERENCE_RATE = 30;

  /** Smaller pictures hold more detail per pixel: bits grow with pixels to the power of 0.75. */
  private static final double PIXEL_EXPONENT = 0.75;

  /** Twice the frames cost about 1.4 times the bits, as neighbours are more alike. */
  private static final double RATE_EXPONENT = 0.5;

  private BitBudget() {}

  static int maxBitrate(int shortSide, int longSide, Rational frameRate) {
    double pixels = (double) shortSide * longSide / REFERENCE_PIXELS;
    double rate = Math.max(1, frameRate.toDouble() / REFERENCE_RATE);
    double bits =
        REFERENCE_BITRATE * Math.pow(pixels, PIXEL_EXPONENT) * Math.pow(rate, RATE_EXPONENT);
    return (int) Math.round(bits / 1000) * 1000;
  }
}

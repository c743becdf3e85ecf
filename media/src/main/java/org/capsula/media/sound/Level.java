package org.capsula.media.sound;

/**
 * How a sound is levelled: first the gain, then the limiter.
 *
 * @param gainDb decibels
 * @param limitDb the highest sample that is let through, in dBFS
 */
public record Level(double gainDb, double limitDb) {
  /**
   * The limiter sees samples, not the curve between them, and AAC shoots over what it is given: a
   * decibel below the target leaves room for both in all but the hardest claps.
   */
  public static final double USUAL_LIMIT_DB = Loudness.MAX_TRUE_PEAK_DBTP - 1;

  /** Of the half LU within which capsules are alike, a little is for other decoders. */
  private static final double TOLERANCE_LU = 0.4;

  /** The limiter takes part of what the gain gives: all but nothing, or most of it. */
  private static final double PERSISTENCE = 1.6;

  private static final double MARGIN_DB = 0.2;

  /**
   * Whether nothing better can be had than what came out.
   *
   * @param output of the encoded sound, with its true peak
   */
  public boolean isRightFor(Loudness output) {
    return excess(output) <= 0 && Math.abs(missing(output)) <= TOLERANCE_LU;
  }

  /**
   * What to try next.
   *
   * @param output what came of this level
   */
  public Level after(Loudness output) {
    double excess = excess(output);
    return new Level(
        gainDb + PERSISTENCE * missing(output),
        excess > 0 ? limitDb - excess - MARGIN_DB : limitDb);
  }

  /** Of loudness, as far as more gain is allowed. */
  private double missing(Loudness output) {
    return Math.min(
        Loudness.TARGET_LUFS - output.integratedLufs(),
        (Loudness.MAX_GAIN_DB - gainDb) / PERSISTENCE);
  }

  private static double excess(Loudness output) {
    Double peak = output.truePeakDbtp();
    return peak == null ? 0 : peak - Loudness.MAX_TRUE_PEAK_DBTP;
  }

  /** The limit as a sample, from 0 to 1. */
  public double limit() {
    return Math.pow(10, limitDb / 20);
  }
}

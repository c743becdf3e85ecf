package org.capsula.media.sound;

/**
 * How loud a programme comes out of the gain and the limiter behind it. The limiter takes loudness
 * where it works, so the gain has to give more than the distance to the target.
 *
 * <p>It follows FFmpeg's {@code alimiter}: closed in a straight line over the attack before a peak,
 * opened in a straight line over the release after it.
 */
public final class LimiterForecast {
  /** Milliseconds; {@link LevelProfile}'s blocks are as long. */
  public static final int ATTACK_MS = 5;

  /** Milliseconds. */
  public static final int RELEASE_MS = 50;

  private static final double RELEASE_BLOCKS = RELEASE_MS / 1000.0 * LevelProfile.BLOCKS_PER_SECOND;

  /** Halvings of a span of less than 100 dB: below a hundredth of a decibel. */
  private static final int SEARCH_STEPS = 14;

  private final float[] powers;
  private final float[] peaks;
  private final double limit;
  private final Loudness input;

  /**
   * @param limitDb the highest sample that the limiter lets through, in dBFS
   */
  public LimiterForecast(LevelProfile profile, double limitDb) {
    powers = profile.powers();
    peaks = profile.peaks();
    limit = Math.pow(10, limitDb / 20);
    input = new Loudness(GatedLoudness.of(powers), null);
  }

  /** Before anything is done to it. */
  public Loudness input() {
    return input;
  }

  /**
   * Decibels that bring what leaves the limiter to the target; 0 for silence, never above {@link
   * Loudness#MAX_GAIN_DB}.
   */
  public double gainDb() {
    if (input.isSilence()) {
      return 0;
    }
    double least = Loudness.TARGET_LUFS - input.integratedLufs();
    double most = Loudness.MAX_GAIN_DB;
    if (least >= most || outputLufs(most) <= Loudness.TARGET_LUFS) {
      return most;
    }
    if (outputLufs(least) >= Loudness.TARGET_LUFS - 0.01) {
      return least;
    }
    for (int i = 0; i < SEARCH_STEPS; i++) {
      double middle = (least + most) / 2;
      if (outputLufs(middle) < Loudness.TARGET_LUFS) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return (least + most) / 2;
  }

  /** LUFS of what leaves the limiter. */
  double outputLufs(double gainDb) {
    double gain = Math.pow(10, gainDb / 20);
    float[] out = new float[powers.length];
    double open = 1;
    double opening = 0;
    for (int i = 0; i < out.length; i++) {
      double wanted = wanted(i, gain);
      open = Math.min(1, open + opening);
      if (wanted < open) {
        open = wanted;
        opening = (1 - wanted) / RELEASE_BLOCKS;
      }
      double next = i + 1 < out.length ? wanted(i + 1, gain) : 1;
      double mean = gain * (next < open ? (open + next) / 2 : open);
      out[i] = (float) (powers[i] * mean * mean);
    }
    return GatedLoudness.of(out);
  }

  private double wanted(int block, double gain) {
    double peak = gain * peaks[block];
    return peak > limit ? limit / peak : 1;
  }
}

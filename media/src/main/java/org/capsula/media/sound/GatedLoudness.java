package org.capsula.media.sound;

/** The gates of ITU-R BS.1770-5, annex 1: loudness is that of what is meant to be heard. */
final class GatedLoudness {
  private static final double ABSOLUTE_GATE_LUFS = -70;
  private static final double RELATIVE_GATE_LU = -10;

  /** Blocks of 400 ms overlap by three quarters. */
  private static final int STEP = LevelProfile.BLOCKS_PER_SECOND / 10;

  private static final int STEPS_PER_BLOCK = 4;

  private GatedLoudness() {}

  /**
   * @param powers of {@link LevelProfile}'s blocks
   * @return LUFS; −∞ where nothing passes the gates
   */
  static double of(float[] powers) {
    double[] steps = new double[powers.length / STEP];
    for (int i = 0; i < steps.length * STEP; i++) {
      steps[i / STEP] += powers[i];
    }
    double gate = power(ABSOLUTE_GATE_LUFS);
    double above = meanAbove(steps, gate);
    return lufs(meanAbove(steps, Math.max(gate, above * Math.pow(10, RELATIVE_GATE_LU / 10))));
  }

  private static double meanAbove(double[] steps, double gate) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i + STEPS_PER_BLOCK <= steps.length; i++) {
      double block = 0;
      for (int j = i; j < i + STEPS_PER_BLOCK; j++) {
        block += steps[j];
      }
      block /= STEPS_PER_BLOCK * STEP;
      if (block > gate) {
        sum += block;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double lufs(double power) {
    return -0.691 + 10 * Math.log10(power);
  }

  private static double power(double lufs) {
    return Math.pow(10, (lufs + 0.691) / 10);
  }
}

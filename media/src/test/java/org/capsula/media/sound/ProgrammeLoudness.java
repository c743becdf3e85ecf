package org.capsula.media.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * Integrated loudness by ITU-R BS.1770-5, written here once more so that FFmpeg is not its judge.
 */
public final class ProgrammeLoudness {
  /** Annex 1, tables 1 and 2: the two filters of the K weighting at 48 kHz. */
  private static final double[] SHELF = {
    1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
  };

  private static final double[] HIGH_PASS = {1, -2, 1, -1.99004745483398, 0.99007225036621};

  /** Blocks of 400 ms that overlap by three quarters. */
  private static final int STEP = 4800;

  private ProgrammeLoudness() {}

  /**
   * @param channels at 48 kHz, left and right
   * @return LUFS
   */
  public static double of(float[][] channels) {
    List<Double> blocks = new ArrayList<>();
    double[] steps = new double[channels[0].length / STEP];
    for (float[] channel : channels) {
      double[] weighted = filtered(filtered(doubles(channel), SHELF), HIGH_PASS);
      for (int i = 0; i < steps.length * STEP; i++) {
        steps[i / STEP] += weighted[i] * weighted[i] / STEP;
      }
    }
    for (int i = 0; i + 4 <= steps.length; i++) {
      blocks.add((steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3]) / 4);
    }
    double absoluteGate = lufs(meanAbove(blocks, -70));
    return lufs(meanAbove(blocks, Math.max(-70, absoluteGate - 10)));
  }

  private static double meanAbove(List<Double> blocks, double gate) {
    return blocks.stream()
        .filter(block -> lufs(block) > gate)
        .mapToDouble(block -> block)
        .average()
        .orElse(0);
  }

  private static double lufs(double meanSquare) {
    return -0.691 + 10 * Math.log10(meanSquare);
  }

  private static double[] filtered(double[] in, double[] b) {
    double[] out = new double[in.length];
    for (int i = 2; i < in.length; i++) {
      out[i] =
          b[0] * in[i]
              + b[1] * in[i - 1]
              + b[2] * in[i - 2]
              - b[3] * out[i - 1]
              - b[4] * out[i - 2];
    }
    return out;
  }

  private static double[] doubles(float[] samples) {
    double[] out = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      out[i] = samples[i];
    }
    return out;
  }
}

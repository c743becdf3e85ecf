package org.capsula.media.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * How loud a programme is and how high its samples reach, every five milliseconds. Kept as
 * hundredths of a decibel: three hours take 9 MB.
 */
public final class LevelProfile {
  /** Samples at 48 kHz in a block: 5 ms, the time in which the limiter closes. */
  static final int BLOCK = 240;

  static final int BLOCKS_PER_SECOND = 48_000 / BLOCK;

  private static final int CHUNK = 60 * BLOCKS_PER_SECOND;
  private static final double FLOOR_DB = -150;

  private final List<short[]> powers = new ArrayList<>();
  private final List<short[]> peaks = new ArrayList<>();
  private int size;

  /**
   * @param power mean square of the weighted samples, summed over the channels
   * @param peak the highest sample of all channels
   */
  void add(double power, double peak) {
    if (size % CHUNK == 0) {
      powers.add(new short[CHUNK]);
      peaks.add(new short[CHUNK]);
    }
    powers.get(size / CHUNK)[size % CHUNK] = hundredths(10 * Math.log10(power));
    peaks.get(size / CHUNK)[size % CHUNK] = hundredths(20 * Math.log10(peak));
    size++;
  }

  /** Decoders of floating point may give what is no number. */
  private static short hundredths(double decibels) {
    double bounded = decibels > FLOOR_DB ? Math.min(decibels, -FLOOR_DB) : FLOOR_DB;
    return (short) Math.round(bounded * 100);
  }

  public boolean isEmpty() {
    return size == 0;
  }

  float[] powers() {
    return linear(powers, 10);
  }

  float[] peaks() {
    return linear(peaks, 20);
  }

  private float[] linear(List<short[]> hundredths, int perDecade) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      short value = hundredths.get(i / CHUNK)[i % CHUNK];
      values[i] = value <= FLOOR_DB * 100 ? 0 : (float) Math.pow(10, value / 100.0 / perDecade);
    }
    return values;
  }

  /** As it stands, without anything that levels it. */
  public Loudness loudness() {
    return new Loudness(GatedLoudness.of(powers()), null);
  }

  /**
   * Whether another programme is this one once more, at whatever level: nothing but the level lies
   * between them where there is something to hear. A narrator's two words make another programme.
   */
  public boolean isSameAs(LevelProfile other) {
    double[] mine = steps();
    double[] others = other.steps();
    double apart = loudness().integratedLufs() - other.loudness().integratedLufs();
    int both = Math.min(mine.length, others.length);
    if (both == 0 || Math.abs(mine.length - others.length) > 10) {
      return false;
    }
    int heard = 0;
    int different = 0;
    double least = loudness().integratedLufs() - 20;
    for (int i = 1; i + 1 < both; i++) {
      double theirs = others[i] + apart;
      if (Math.max(mine[i], theirs) > least) {
        heard++;
        // An encoder's delay moves a sound by less than a step.
        double nearest =
            Math.min(
                Math.abs(mine[i] - theirs),
                Math.min(
                    Math.abs(mine[i] - others[i - 1] - apart),
                    Math.abs(mine[i] - others[i + 1] - apart)));
        different += nearest > 3 ? 1 : 0;
      }
    }
    return different <= heard / 200;
  }

  /** Decibels of each tenth of a second. */
  private double[] steps() {
    float[] all = powers();
    int length = BLOCKS_PER_SECOND / 10;
    double[] steps = new double[all.length / length];
    for (int i = 0; i < steps.length; i++) {
      double sum = 0;
      for (int j = i * length; j < (i + 1) * length; j++) {
        sum += all[j];
      }
      steps[i] = 10 * Math.log10(Math.max(sum / length, 1e-15));
    }
    return steps;
  }
}

package org.capsula.media.sound;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Weighs a programme as ITU-R BS.1770-5 hears it, and keeps of it what loudness and limiter depend
 * on.
 */
public final class LoudnessMeter {
  private final LevelProfile profile = new LevelProfile();
  private final KWeighting[] weightings;
  private double power;
  private float peak;
  private int filled;

  /**
   * @param channels how many come, each counted fully: mono or stereo
   */
  public LoudnessMeter(int channels) {
    weightings = new KWeighting[channels];
    for (int i = 0; i < channels; i++) {
      weightings[i] = new KWeighting();
    }
  }

  /**
   * @param channels samples at 48 kHz, one buffer a channel, all of the same length
   */
  public void add(List<FloatBuffer> channels) {
    float[][] samples = new float[weightings.length][];
    for (int i = 0; i < samples.length; i++) {
      FloatBuffer channel = channels.get(i).duplicate();
      samples[i] = new float[channel.remaining()];
      channel.get(samples[i]);
    }
    int at = 0;
    while (at < samples[0].length) {
      int until = Math.min(samples[0].length, at + LevelProfile.BLOCK - filled);
      for (int i = 0; i < samples.length; i++) {
        power += weightings[i].power(samples[i], at, until);
        peak = Math.max(peak, peak(samples[i], at, until));
      }
      filled += until - at;
      at = until;
      if (filled == LevelProfile.BLOCK) {
        endBlock();
      }
    }
  }

  private static float peak(float[] samples, int from, int until) {
    float peak = 0;
    for (int i = from; i < until; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }

  private void endBlock() {
    profile.add(power / LevelProfile.BLOCK, peak);
    power = 0;
    peak = 0;
    filled = 0;
  }

  /** Of all whole blocks so far. */
  public LevelProfile profile() {
    return profile;
  }
}

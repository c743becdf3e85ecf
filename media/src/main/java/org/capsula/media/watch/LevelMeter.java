package org.capsula.media.watch;

import java.util.Arrays;

/** The level of one short block of sound after another, and whether it is clipped. */
public final class LevelMeter {
  /** 32,735 of 32,767: converters and lossy codecs end a little below what was clipped. */
  private static final float FULL_SCALE = 0.999f;

  /** A single sample may reach full scale; waves that are cut off stay there. */
  private static final int RUN = 3;

  private final int[] runLength;
  private final int[] clipped;
  private double loudest;
  private int measured;

  public LevelMeter(int channels) {
    runLength = new int[channels];
    clipped = new int[channels];
  }

  /**
   * The next samples of one channel.
   *
   * @param samples full scale is 1
   */
  public void add(int channel, float[] samples, int from, int to) {
    double squares = 0;
    int length = runLength[channel];
    for (int i = from; i < to; i++) {
      float sample = samples[i];
      squares += sample * sample;
      if (Math.abs(sample) < FULL_SCALE) {
        length = 0;
      } else if (++length >= RUN) {
        clipped[channel] += length == RUN ? RUN : 1;
      }
    }
    runLength[channel] = length;
    measured = to - from;
    loudest = Math.max(loudest, squares / Math.max(1, to - from));
  }

  /** Forgets the block that was measured, but not what goes on across blocks. */
  public void next() {
    Arrays.fill(clipped, 0);
    loudest = 0;
    measured = 0;
  }

  /** Root mean square of the loudest channel, in decibels below full scale; −∞ for nothing. */
  double decibels() {
    return 10 * Math.log10(loudest);
  }

  /** How many samples stay at full scale, in the channel with the most of them. */
  int clippedSamples() {
    return Arrays.stream(clipped).max().orElse(0);
  }

  /** How many samples a channel were measured. */
  int samples() {
    return measured;
  }
}

package org.capsula.media.watch;

import java.util.Arrays;

/** The level of one short block of sound after another, and whether it is clipped. */
public final class LevelMeter {
  /** 32,735 of 32,767: converters and lossy codecs end a little below what was clipped. */
  private static final float FULL_SCALE = 0.999f;

  /** A single sample may reach full scale; waves that are cut off stay there. */
  private static final int RUN = 3;

  private final int[] runLength;
  private final int[] runs;
  private double loudest;

  public LevelMeter(int channels) {
    runLength = new int[channels];
    runs = new int[channels];
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
      } else if (++length == RUN) {
        runs[channel]++;
      }
    }
    runLength[channel] = length;
    loudest = Math.max(loudest, squares / Math.max(1, to - from));
  }

  /** Forgets the block that was measured, but not what goes on across blocks. */
  public void next() {
    Arrays.fill(runs, 0);
    loudest = 0;
  }

  /** Root mean square of the loudest channel, in decibels below full scale; −∞ for nothing. */
  double decibels() {
    return 10 * Math.log10(loudest);
  }

  /** How often the wave was cut off, in the channel where that was most often. */
  int clippedRuns() {
    return Arrays.stream(runs).max().orElse(0);
  }
}

package org.capsula.media.watch;

import java.time.Duration;

/** A picture so small that noise and compression have been averaged out of it. */
public final class TinyPicture {
  public static final int WIDTH = 64;
  public static final int HEIGHT = 36;
  public static final int SAMPLES = WIDTH * HEIGHT;

  /** Black is 16, of which lens caps and lossy codecs leave a little more. */
  private static final int NEARLY_BLACK = 32;

  /** A line of credits lights more, a hot pixel or a recorder's red dot less. */
  private static final int FEW = 4;

  private static final int BINS = 16;

  private final Duration time;
  private final byte[] luma;

  /**
   * @param luma {@link #WIDTH} times {@link #HEIGHT} samples of BT.709 limited range, row by row;
   *     not changed by anyone from here on
   */
  public TinyPicture(Duration time, byte[] luma) {
    if (luma.length != SAMPLES) {
      throw new IllegalArgumentException(luma.length + " samples instead of " + SAMPLES);
    }
    this.time = time;
    this.luma = luma;
  }

  Duration time() {
    return time;
  }

  boolean isBlack() {
    int lit = 0;
    for (byte sample : luma) {
      lit += (sample & 0xff) > NEARLY_BLACK ? 1 : 0;
    }
    return lit <= FEW;
  }

  /** Mean of the absolute differences, in steps of luma. */
  double difference(TinyPicture other) {
    int sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      sum += Math.abs((luma[i] & 0xff) - (other.luma[i] & 0xff));
    }
    return (double) sum / SAMPLES;
  }

  /** The largest of the absolute differences, in steps of luma. */
  int largestDifference(TinyPicture other) {
    int largest = 0;
    for (int i = 0; i < SAMPLES; i++) {
      largest = Math.max(largest, Math.abs((luma[i] & 0xff) - (other.luma[i] & 0xff)));
    }
    return largest;
  }

  /** The part of the samples that would have to change their brightness; where they are is moot. */
  double histogramDifference(TinyPicture other) {
    int[] histogram = new int[BINS];
    for (int i = 0; i < SAMPLES; i++) {
      histogram[(luma[i] & 0xff) * BINS / 256]++;
      histogram[(other.luma[i] & 0xff) * BINS / 256]--;
    }
    int sum = 0;
    for (int bin : histogram) {
      sum += Math.abs(bin);
    }
    return sum / 2.0 / SAMPLES;
  }

  /**
   * Pearson's: 1 where the same things are seen, be it in another light, about 0 where they have
   * nothing in common. A picture of one colour is like no other.
   */
  double likeness(TinyPicture other) {
    long sumA = 0;
    long sumB = 0;
    long squaresA = 0;
    long squaresB = 0;
    long products = 0;
    for (int i = 0; i < SAMPLES; i++) {
      int a = luma[i] & 0xff;
      int b = other.luma[i] & 0xff;
      sumA += a;
      sumB += b;
      squaresA += (long) a * a;
      squaresB += (long) b * b;
      products += (long) a * b;
    }
    double varianceA = squaresA - (double) sumA * sumA / SAMPLES;
    double varianceB = squaresB - (double) sumB * sumB / SAMPLES;
    double both = Math.sqrt(varianceA * varianceB);
    return both < 1 ? 0 : (products - (double) sumA * sumB / SAMPLES) / both;
  }
}

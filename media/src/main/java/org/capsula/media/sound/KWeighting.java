package org.capsula.media.sound;

/**
 * The two filters of the K weighting at 48 kHz (ITU-R BS.1770-5, annex 1, tables 1 and 2), for one
 * channel.
 */
final class KWeighting {
  private double shelf1;
  private double shelf2;
  private double pass1;
  private double pass2;

  /** The sum of the squares of the weighted samples. */
  double power(float[] samples, int from, int until) {
    double sum = 0;
    for (int i = from; i < until; i++) {
      // Transposed direct form II: two memories a filter.
      double in = samples[i];
      double middle = 1.53512485958697 * in + shelf1;
      shelf1 = -2.69169618940638 * in + 1.69065929318241 * middle + shelf2;
      shelf2 = 1.19839281085285 * in - 0.73248077421585 * middle;
      double out = middle + pass1;
      pass1 = -2 * middle + 1.99004745483398 * out + pass2;
      pass2 = middle - 0.99007225036621 * out;
      sum += out * out;
    }
    return sum;
  }
}

package org.capsula.media.colour;

/** The perceptual quantiser (SMPTE ST 2084:2014, 5; ITU-R BT.2100-2, table 4). */
final class Pq {
  /** What the signal 1 stands for, in cd/m². */
  static final double PEAK = 10_000;

  private static final double M1 = 2610.0 / 16384;
  private static final double M2 = 2523.0 / 4096 * 128;
  private static final double C1 = 3424.0 / 4096;
  private static final double C2 = 2413.0 / 4096 * 32;
  private static final double C3 = 2392.0 / 4096 * 32;

  private Pq() {}

  /**
   * The EOTF.
   *
   * @param signal from 0 to 1
   * @return light in cd/m²
   */
  static double light(double signal) {
    double power = Math.pow(Math.max(0, signal), 1 / M2);
    return PEAK * Math.pow(Math.max(0, power - C1) / (C2 - C3 * power), 1 / M1);
  }

  /**
   * The inverse EOTF.
   *
   * @param light in cd/m²
   * @return from 0 to 1
   */
  static double signal(double light) {
    double power = Math.pow(Math.max(0, light) / PEAK, M1);
    return Math.pow((C1 + C2 * power) / (1 + C3 * power), M2);
  }
}

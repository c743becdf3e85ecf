package org.capsula.media.colour;

/** Hybrid log-gamma (ARIB STD-B67; ITU-R BT.2100-2, table 5) on a display of 1000 cd/m². */
final class Hlg {
  /** What the signal 1 stands for on that display, in cd/m². */
  static final double PEAK = 1000;

  /** The system gamma of that display (BT.2100-2, note 5e). */
  private static final double GAMMA = 1.2;

  private static final double A = 0.17883277;
  private static final double B = 1 - 4 * A;
  private static final double C = 0.5 - A * Math.log(4 * A);

  private Hlg() {}

  /**
   * The inverse OETF.
   *
   * @param signal from 0 to 1
   * @return the scene's light, from 0 to 1
   */
  static double scene(double signal) {
    double known = Math.max(0, signal);
    return known <= 0.5 ? known * known / 3 : (Math.exp((known - C) / A) + B) / 12;
  }

  /**
   * The EOTF: the inverse OETF, then the OOTF, which keeps the ratio of the three colours.
   *
   * @return light of the three BT.2020 colours in cd/m²
   */
  static Rgb light(Rgb signal) {
    Rgb scene = signal.map(Hlg::scene);
    return scene.times(PEAK * Math.pow(Primaries.luminance2020(scene), GAMMA - 1));
  }
}

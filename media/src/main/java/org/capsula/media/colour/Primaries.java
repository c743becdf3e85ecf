package org.capsula.media.colour;

/** From the colours of BT.2020 to those of BT.709, in linear light; both have the white of D65. */
final class Primaries {
  private Primaries() {}

  /** ITU-R BT.2020-2, table 4. */
  static double luminance2020(Rgb light) {
    return 0.2627 * light.red() + 0.6780 * light.green() + 0.0593 * light.blue();
  }

  /** ITU-R BT.709-6, 3.2. */
  static double luminance709(Rgb light) {
    return 0.2126 * light.red() + 0.7152 * light.green() + 0.0722 * light.blue();
  }

  /** ITU-R BT.2407-0, 2.2; what BT.709 cannot show is below 0 or above 1. */
  static Rgb to709(Rgb light) {
    return new Rgb(
        1.660491 * light.red() - 0.587641 * light.green() - 0.072850 * light.blue(),
        -0.124550 * light.red() + 1.132900 * light.green() - 0.008349 * light.blue(),
        -0.018151 * light.red() - 0.100579 * light.green() + 1.118730 * light.blue());
  }

  /**
   * Mixes a colour with the grey of its luminance just so far that BT.709 can show it: hue, the
   * direction from white, and luminance stay; saturation gives way.
   *
   * @param light whose luminance is from 0 to 1
   */
  static Rgb clipped(Rgb light) {
    double grey = Math.min(1, Math.max(0, luminance709(light)));
    double below = light.smallest() < 0 ? grey / (grey - light.smallest()) : 1;
    double above = light.largest() > 1 ? (1 - grey) / (light.largest() - grey) : 1;
    double kept = Math.min(below, above);
    return light.map(colour -> Math.min(1, Math.max(0, grey + kept * (colour - grey))));
  }
}

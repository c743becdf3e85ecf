package org.capsula.media.drawing;

import java.awt.Color;

/** The colours that all three films share: warm light, petrol shadows, one red for what refuses. */
final class Palette {
  static final Color INK = new Color(0x2b2d3a);
  static final Color CREAM = new Color(0xfbf3e4);
  static final Color PAPER = new Color(0xfffdf7);
  static final Color SAND = new Color(0xecd9bd);
  static final Color WOOD = new Color(0xb98052);
  static final Color WOOD_DARK = new Color(0x8d5c39);
  static final Color WOOD_LIGHT = new Color(0xd3a071);
  static final Color PETROL = new Color(0x1f4b56);
  static final Color TEAL = new Color(0x2f7f7a);
  static final Color TEAL_LIGHT = new Color(0x8cc3b6);
  static final Color LEAF = new Color(0x6d9a5b);
  static final Color LEAF_DARK = new Color(0x4d7a4d);
  static final Color TERRACOTTA = new Color(0xcf6f4c);
  static final Color MUSTARD = new Color(0xe9b44c);
  static final Color PLUM = new Color(0x7d4b6d);
  static final Color DENIM = new Color(0x44648c);
  static final Color MIST = new Color(0xdfe7ea);
  static final Color STEEL = new Color(0x9aa7b0);
  static final Color REFUSED = new Color(0xd2493f);
  static final Color ACCEPTED = new Color(0x3f9b6c);

  private Palette() {}

  static Color veil(Color color, double opacity) {
    int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, opacity)));
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /**
   * @param share of the second colour, from 0 to 1
   */
  static Color mix(Color first, Color second, double share) {
    double part = Math.max(0, Math.min(1, share));
    return new Color(
        between(first.getRed(), second.getRed(), part),
        between(first.getGreen(), second.getGreen(), part),
        between(first.getBlue(), second.getBlue(), part));
  }

  static Color darker(Color color, double share) {
    return mix(color, INK, share);
  }

  static Color lighter(Color color, double share) {
    return mix(color, PAPER, share);
  }

  private static int between(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}

package org.capsula.media.drawing;

import java.awt.Color;

/** What people think, in a round picture above their heads. */
final class Emblems {
  private static final double RADIUS = 118;

  private Emblems() {}

  /** Two before one screen. */
  static void with(Canvas canvas, double x, double y, double size, double lit) {
    medal(canvas, x, y, size, lit);
    canvas.at(
        x,
        y,
        size,
        0,
        () -> {
          figure(canvas, -44, 6, Look.DIALLO);
          figure(canvas, 44, 6, Look.ELISE);
          screen(canvas, 0, 46);
        });
  }

  /** One before the screen, the other aside. */
  static void instead(Canvas canvas, double x, double y, double size, double lit) {
    medal(canvas, x, y, size, lit);
    canvas.at(
        x,
        y,
        size,
        0,
        () -> {
          figure(canvas, 34, 6, Look.ELISE);
          screen(canvas, 34, 46);
          canvas.at(-58, 8, 0.78, 0, () -> figure(canvas, 0, 10, Look.DIALLO));
        });
  }

  private static void medal(Canvas canvas, double x, double y, double size, double lit) {
    canvas.glow(
        x,
        y,
        RADIUS * 3.1 * size,
        RADIUS * 3.1 * size,
        Palette.veil(new Color(0xfff0c2), 0.35 + 0.5 * lit));
    canvas.oval(
        x, y, RADIUS * 2 * size, RADIUS * 2 * size, Palette.mix(Palette.SAND, Palette.PAPER, lit));
    canvas.ring(
        x,
        y,
        RADIUS * 2 * size,
        RADIUS * 2 * size,
        7,
        Palette.mix(Palette.STEEL, Palette.TEAL, lit));
  }

  private static void figure(Canvas canvas, double x, double y, Look look) {
    canvas.fill(
        Curve.from(x - 36, y + 62)
            .bend(x - 38, y + 8, x, y + 6)
            .bend(x + 38, y + 8, x + 36, y + 62)
            .closed(),
        look.clothes());
    canvas.oval(x, y - 20, 42, 48, look.skin());
    canvas.fill(
        Curve.from(x - 23, y - 18)
            .bend(x - 26, y - 52, x, y - 50)
            .bend(x + 26, y - 52, x + 23, y - 18)
            .bend(x, y - 38, x - 23, y - 18)
            .closed(),
        look.hair());
  }

  private static void screen(Canvas canvas, double x, double y) {
    canvas.box(x - 23, y - 34, 46, 76, 12, Palette.INK);
    canvas.box(x - 18, y - 28, 36, 64, 8, Palette.MIST);
    for (int i = 0; i < 3; i++) {
      canvas.box(x - 13, y - 20 + i * 16, 26, 9, 6, Palette.TEAL_LIGHT);
    }
  }
}

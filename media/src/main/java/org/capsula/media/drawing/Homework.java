package org.capsula.media.drawing;

import java.awt.Color;
import java.awt.Shape;

/** The sheets that one sees and cannot reach. */
final class Homework {
  private static final Shape GLASS = Canvas.boxOf(560, 80, 600, 540, 30);

  private Homework() {}

  static void behindGlass(Canvas canvas, double t) {
    canvas.fill(GLASS, new Color(255, 250, 232, 70));
    canvas.within(
        GLASS,
        () -> {
          for (int i = 0; i < 4; i++) {
            double x = 660 + (i % 2) * 290 + (i / 2) * 60;
            double y = 220 + (i / 2) * 260 + 14 * Motion.sway(t, i * 2);
            sheet(canvas, x, y, 0.09 * Motion.sway(t, i) + (i - 1.5) * 0.05, i);
          }
        });
    canvas.draw(Curve.from(610, 560).to(760, 110).open(), 26, new Color(255, 255, 255, 34));
    canvas.draw(Curve.from(668, 560).to(812, 124).open(), 9, new Color(255, 255, 255, 40));
    canvas.draw(GLASS, 7, new Color(0xcfe3e2));
  }

  /** Homework: lines, and a picture that says which subject. */
  static void sheet(Canvas canvas, double x, double y, double turn, int subject) {
    canvas.at(
        x,
        y,
        1,
        turn,
        () -> {
          canvas.box(-78, -96, 164, 200, 8, Palette.veil(Palette.INK, 0.2));
          canvas.box(-84, -104, 164, 200, 8, Palette.PAPER);
          switch (subject) {
            case 0 ->
                canvas.fill(
                    Curve.from(-52, -16).to(0, -82).to(52, -16).closed(), Palette.TEAL_LIGHT);
            case 1 -> canvas.oval(0, -48, 72, 72, Palette.MUSTARD);
            case 2 -> Props.plant(canvas, 0, -30, 0.42, 0);
            default -> {
              canvas.box(-46, -78, 40, 58, 4, Palette.TERRACOTTA);
              canvas.box(6, -58, 40, 38, 4, Palette.DENIM);
            }
          }
          for (int i = 0; i < 4; i++) {
            canvas.box(-60, 14 + i * 19, 116 - (i * 31) % 50, 8, 8, Palette.STEEL);
          }
        });
  }
}

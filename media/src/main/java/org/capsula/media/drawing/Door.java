package org.capsula.media.drawing;

import java.awt.Color;
import java.awt.Shape;

/** A screen as high as a door, and two who stand before it. */
final class Door {
  private static final Color DARK = new Color(0x14252e);

  private Door() {}

  /**
   * Who stays outside? A screen as high as a door, and two before it.
   *
   * @param since the question is put, in seconds
   */
  static void paint(Canvas canvas, Painter dusk, double since) {
    dusk.paint(canvas, since);
    double open = 0.62 + 0.38 * Math.cos(since * 0.9);
    double w = Motion.between(150, 250, open);
    canvas.glow(640, 330, 1250, 880, new Color(255, 226, 160, 95));
    canvas.fade(
        Curve.from(640 - w, 540)
            .to(640 + w, 540)
            .to(640 + w * 2.1, 720)
            .to(640 - w * 2.1, 720)
            .closed(),
        new Color(255, 232, 176, 180),
        new Color(255, 232, 176, 0));
    canvas.box(372, 52, 536, 500, 34, Palette.INK);
    canvas.fade(Canvas.boxOf(390, 70, 500, 470, 22), new Color(0x264a55), new Color(0x33606a));
    Shape light = Canvas.boxOf(640 - w, 70, 2 * w, 470, 22);
    canvas.fade(light, new Color(0xfff6da), new Color(0xffdf9c));
    canvas.within(
        light,
        () -> {
          for (int i = 0; i < 3; i++) {
            int subject = i;
            double y = 200 + 44 * (i % 2) + 16 * Motion.sway(since, i * 2);
            double turn = 0.1 * Motion.sway(since, i);
            canvas.at(492 + i * 148, y, 0.8, turn, () -> Homework.sheet(canvas, 0, 0, 0, subject));
          }
        });
    outside(canvas, 560 + 3 * Motion.sway(since, 1), 436, 1.25, true);
    outside(canvas, 716 + 3 * Motion.sway(since, 4), 520, 0.9, false);
    canvas.line(608, 610, 672, 618, 22, DARK);
  }

  /** From behind, against the light. */
  private static void outside(Canvas canvas, double x, double y, double size, boolean grown) {
    canvas.at(
        x,
        y,
        size,
        0,
        () -> {
          canvas.fill(
              Curve.from(-20, 30)
                  .bend(-66, 44, -66, 90)
                  .bend(-62, 200, -54, 260)
                  .to(54, 260)
                  .bend(62, 200, 66, 90)
                  .bend(66, 44, 20, 30)
                  .closed(),
              DARK);
          canvas.oval(0, -8, 76, 88, DARK);
          if (grown) {
            canvas.fill(
                Curve.from(-40, -14)
                    .bend(-52, 60, -44, 84)
                    .bend(0, 96, 44, 84)
                    .bend(52, 60, 40, -14)
                    .closed(),
                DARK);
          } else {
            canvas.oval(-46, 26, 20, 66, DARK);
            canvas.oval(46, 26, 20, 66, DARK);
          }
          canvas.draw(
              Curve.from(-34, -26).bend(0, -68, 34, -26).open(), 3, new Color(255, 226, 160, 150));
        });
  }
}

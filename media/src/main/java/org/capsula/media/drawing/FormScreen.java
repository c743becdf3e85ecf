package org.capsula.media.drawing;

import java.awt.Color;

/** The form on a telephone that lies before the viewer. */
final class FormScreen {
  static final int FIELDS = 5;

  private FormScreen() {}

  static void page(Canvas canvas, double t) {
    Room.wall(canvas, Palette.WOOD_LIGHT, Palette.WOOD_DARK);
    for (int i = 0; i < 9; i++) {
      canvas.line(0, 70 + i * 150, 720, 50 + i * 150, 3, Palette.veil(Palette.WOOD_DARK, 0.35));
    }
    canvas.glow(360, 660, 900, 1400, Palette.veil(Palette.INK, 0.45));
    canvas.box(96, 120, 528, 1000, 70, Palette.INK);
    canvas.fade(Canvas.boxOf(118, 142, 484, 956, 50), Palette.PAPER, Palette.MIST);
    canvas.box(118, 142, 484, 120, 50, Palette.DENIM);
    canvas.box(118, 212, 484, 50, 0, Palette.DENIM);
    canvas.oval(176, 202, 44, 44, Palette.veil(Palette.PAPER, 0.85));
    canvas.box(220, 184, 210, 14, 14, Palette.veil(Palette.PAPER, 0.85));
    canvas.box(220, 210, 140, 12, 12, Palette.veil(Palette.PAPER, 0.5));
  }

  static void field(Canvas canvas, int i, double shake, double written, Color border) {
    double y = 310 + i * 116;
    canvas.box(160 + shake, y, 110 + (i * 37) % 80, 13, 12, Palette.STEEL);
    canvas.box(156 + shake, y + 24, 412, 58, 16, Palette.PAPER);
    canvas.frame(156 + shake, y + 24, 412, 58, 16, 5, border);
    double wide = (180 + (i * 61) % 110) * written;
    if (wide > 12) {
      canvas.box(178 + shake, y + 46, wide, 14, 14, Palette.INK);
    }
  }

  static void button(Canvas canvas, double shake, Color color) {
    canvas.box(238 + shake, 922, 244, 72, 36, color);
    canvas.box(300 + shake, 951, 120, 14, 14, Palette.PAPER);
  }

  static void progress(Canvas canvas, double share, Color color) {
    canvas.box(160, 1036, 400, 16, 16, Palette.veil(Palette.STEEL, 0.5));
    canvas.box(160, 1036, Math.max(16, 400 * share), 16, 16, color);
  }

  /** From the picture's lower right corner. */
  static void thumb(Canvas canvas, Look look, double x, double y) {
    canvas.at(
        x,
        y,
        1,
        -0.5,
        () -> {
          canvas.glow(40, 130, 240, 340, Palette.veil(Palette.INK, 0.25));
          canvas.fade(
              Curve.from(-42, 20)
                  .bend(-40, -52, 6, -50)
                  .bend(48, -46, 50, 20)
                  .bend(60, 160, 150, 330)
                  .to(320, 700)
                  .to(20, 700)
                  .bend(-50, 260, -42, 20)
                  .closed(),
              look.skin(),
              look.shade());
          canvas.fill(
              Curve.from(-24, -4)
                  .bend(-22, -38, 4, -38)
                  .bend(28, -36, 28, -2)
                  .bend(2, 12, -24, -4)
                  .closed(),
              Palette.lighter(look.skin(), 0.35));
          canvas.draw(Curve.from(-30, 66).bend(4, 78, 40, 62).open(), 3, look.shade());
        });
  }
}

package org.capsula.media.drawing;

import java.awt.Color;
import java.awt.Shape;

/** The school's platform, from the outside. */
final class SchoolScreens {
  private SchoolScreens() {}

  /** The page that asks for the code, full of the screen. */
  static void page(Canvas canvas, double t) {
    Room.wall(canvas, new Color(0x38454f), new Color(0x222b33));
    canvas.fade(Canvas.boxOf(70, 46, 1140, 640, 26), Palette.PAPER, Palette.MIST);
    canvas.box(70, 46, 1140, 84, 26, Palette.TEAL);
    canvas.box(70, 96, 1140, 34, 0, Palette.TEAL);
    school(canvas, 130, 92, 0.5);
    canvas.box(176, 80, 190, 16, 16, Palette.veil(Palette.PAPER, 0.9));
    for (int i = 0; i < 3; i++) {
      canvas.box(860 + i * 110, 82, 76, 14, 14, Palette.veil(Palette.PAPER, 0.55));
    }
    canvas.box(392, 156, 500, 480, 30, Palette.veil(Palette.INK, 0.07));
    canvas.box(386, 150, 500, 480, 30, Palette.PAPER);
    canvas.box(500, 344, 272, 14, 14, Palette.STEEL);
    canvas.box(540, 370, 192, 12, 12, Palette.veil(Palette.STEEL, 0.6));
    canvas.box(520, 500, 236, 64, 32, Palette.TEAL);
    canvas.box(578, 525, 120, 14, 14, Palette.PAPER);
    school(canvas, 228, 420, 1.5);
  }

  private static void school(Canvas canvas, double x, double y, double size) {
    canvas.at(
        x,
        y,
        size,
        0,
        () -> {
          canvas.box(-58, -12, 116, 62, 4, Palette.SAND);
          canvas.fill(Curve.from(-34, -10).to(0, -44).to(34, -10).closed(), Palette.TERRACOTTA);
          canvas.box(-26, -12, 52, 62, 0, Palette.lighter(Palette.SAND, 0.4));
          canvas.box(-10, 18, 20, 32, 6, Palette.WOOD_DARK);
          canvas.oval(0, -2, 18, 18, Palette.DENIM);
          canvas.box(-48, 2, 14, 18, 3, Palette.DENIM);
          canvas.box(34, 2, 14, 18, 3, Palette.DENIM);
          canvas.line(0, -44, 0, -66, 4, Palette.WOOD_DARK);
          canvas.fill(Curve.from(1, -66).to(24, -60).to(1, -52).closed(), Palette.MUSTARD);
        });
  }

  static void codeBox(Canvas canvas, double x, double filled, double bad) {
    canvas.box(x, 404, 52, 64, 12, Palette.PAPER);
    canvas.frame(x, 404, 52, 64, 12, 4, Palette.mix(Palette.STEEL, Palette.REFUSED, bad));
    if (filled > 0.05) {
      canvas.oval(x + 26, 436, 20 * filled, 20 * filled, Palette.INK);
    }
  }

  /** An empty envelope, around which the time runs. */
  static void waiting(Canvas canvas, double x, double y, double t) {
    canvas.box(x - 62, y - 40, 124, 84, 10, Palette.SAND);
    canvas.draw(
        Curve.from(x - 60, y - 36).to(x, y + 10).to(x + 60, y - 36).open(), 5, Palette.WOOD);
    for (int i = 0; i < 8; i++) {
      double angle = i * Math.PI / 4;
      double age = ((i / 8.0 - t * 0.9) % 1 + 1) % 1;
      canvas.oval(
          x + 34 * Math.cos(angle),
          y + 122 + 34 * Math.sin(angle),
          13,
          13,
          Palette.veil(Palette.PETROL, 0.15 + 0.8 * (1 - age)));
    }
  }

  static void pointer(Canvas canvas, double x, double y) {
    Shape arrow =
        Curve.from(x, y)
            .to(x + 4, y + 44)
            .to(x + 14, y + 34)
            .to(x + 24, y + 54)
            .to(x + 32, y + 50)
            .to(x + 23, y + 31)
            .to(x + 36, y + 29)
            .closed();
    canvas.draw(arrow, 6, Palette.PAPER);
    canvas.fill(arrow, Palette.INK);
  }
}

package org.capsula.media.drawing;

import java.awt.Color;

/** Small things that several films hold in hand. */
final class Props {
  private Props() {}

  /** A cup and what rises from it. */
  static void cup(Canvas canvas, double x, double y, Color color, double t) {
    canvas.glow(x, y + 42, 120, 26, Palette.veil(Palette.INK, 0.35));
    canvas.ring(x + 32, y + 14, 28, 28, 8, Palette.darker(color, 0.12));
    canvas.fade(
        Curve.from(x - 30, y - 10)
            .to(x + 30, y - 10)
            .bend(x + 30, y + 44, x, y + 44)
            .bend(x - 30, y + 44, x - 30, y - 10)
            .closed(),
        Palette.lighter(color, 0.15),
        Palette.darker(color, 0.18));
    canvas.oval(x, y - 10, 60, 14, Palette.lighter(color, 0.35));
    canvas.oval(x, y - 9, 50, 9, new Color(0x6b4430));
    for (int i = 0; i < 2; i++) {
      double rise = (t * 0.45 + i * 0.5) % 1;
      double drift = 8 * Math.sin(t * 1.6 + i * 2);
      canvas.draw(
          Curve.from(x - 8 + i * 16, y - 22 - rise * 40)
              .bend(x + drift, y - 38 - rise * 44, x - 6 + i * 14 - drift, y - 52 - rise * 48)
              .open(),
          5,
          Palette.veil(Palette.PAPER, 0.38 * Math.sin(Math.PI * rise)));
    }
  }

  static void plant(Canvas canvas, double x, double y, double size, double t) {
    for (int i = -3; i <= 3; i++) {
      double lean = i * 0.36 + 0.035 * Motion.sway(t, i);
      Color leaf = i % 2 == 0 ? Palette.LEAF : Palette.LEAF_DARK;
      canvas.at(
          x,
          y - 20 * size,
          size,
          lean,
          () -> {
            canvas.fill(
                Curve.from(0, 0).bend(-26, -60, 0, -128).bend(26, -60, 0, 0).closed(), leaf);
            canvas.line(0, -10, 0, -104, 2, Palette.lighter(leaf, 0.25));
          });
    }
    canvas.at(
        x,
        y,
        size,
        0,
        () ->
            canvas.fade(
                Curve.from(-44, -28).to(44, -28).to(33, 48).bend(0, 56, -33, 48).closed(),
                Palette.TERRACOTTA,
                Palette.darker(Palette.TERRACOTTA, 0.3)));
  }

  /** A slip of paper with the sign for a secret: dots, no word. */
  static void slip(Canvas canvas, double x, double y, double turn, double size) {
    canvas.at(
        x,
        y,
        size,
        turn,
        () -> {
          canvas.box(-60, -22, 124, 52, 4, Palette.veil(Palette.INK, 0.16));
          canvas.box(-64, -28, 128, 54, 4, new Color(0xfff1b8));
          canvas.line(-50, -12, 20, -12, 3, new Color(0xd9c27a));
          for (int i = 0; i < 6; i++) {
            canvas.oval(-45 + i * 18, 7, 10, 10, Palette.INK);
          }
        });
  }

  static void padlock(Canvas canvas, double x, double y, double size, Color color, double open) {
    canvas.at(
        x,
        y,
        size,
        0,
        () -> {
          canvas.at(
              0,
              -18 * open,
              1,
              0,
              () ->
                  canvas.draw(
                      Curve.from(-20, 4)
                          .to(-20, -22)
                          .bend(-20, -50, 20, -50, 20, -22)
                          .to(20, -14 * open)
                          .open(),
                      10,
                      Palette.STEEL));
          canvas.fade(
              Canvas.boxOf(-36, -6, 72, 58, 14),
              Palette.lighter(color, 0.15),
              Palette.darker(color, 0.2));
          canvas.oval(0, 17, 15, 15, Palette.darker(color, 0.6));
          canvas.line(0, 20, 0, 34, 6, Palette.darker(color, 0.6));
        });
  }

  static void tick(Canvas canvas, double x, double y, double size, double drawn) {
    double first = Math.min(1, drawn * 2.4);
    double second = Math.max(0, Math.min(1, drawn * 1.7 - 0.7));
    if (first > 0) {
      canvas.line(
          x - 11 * size,
          y,
          x - 11 * size + 8 * size * first,
          y + 8 * size * first,
          5 * size,
          Palette.ACCEPTED);
    }
    if (second > 0) {
      canvas.line(
          x - 3 * size,
          y + 8 * size,
          x - 3 * size + 15 * size * second,
          y + 8 * size - 18 * size * second,
          5 * size,
          Palette.ACCEPTED);
    }
  }

  /** An open laptop from behind, its light on whoever sits there. */
  static void laptop(Canvas canvas, double x, double y, double size) {
    canvas.glow(x, y + 6 * size, 430 * size, 50 * size, Palette.veil(Palette.INK, 0.4));
    canvas.at(
        x,
        y,
        size,
        0,
        () -> {
          canvas.fade(
              Curve.from(-150, -196)
                  .bend(-148, -208, -136, -208)
                  .to(136, -208)
                  .bend(148, -208, 150, -196)
                  .to(164, -6)
                  .to(-164, -6)
                  .closed(),
              new Color(0xc4ccd2),
              new Color(0x8f9aa4));
          canvas.line(-136, -205, 136, -205, 3, new Color(0xe8edf0));
          canvas.oval(0, -108, 34, 34, new Color(0xdde3e7));
          canvas.oval(0, -108, 18, 18, new Color(0xa9b4bd));
          canvas.box(-176, -8, 352, 15, 12, new Color(0x77838d));
        });
  }

  /** A telephone from behind, held upright. */
  static void phone(Canvas canvas, double x, double y, double size, double turn) {
    canvas.at(
        x,
        y,
        size,
        turn,
        () -> {
          canvas.fade(
              Canvas.boxOf(-42, -84, 84, 168, 22), new Color(0x4b5563), new Color(0x262b36));
          canvas.box(-32, -74, 30, 34, 12, new Color(0x1b1f28));
          canvas.oval(-17, -64, 11, 11, new Color(0x6b7686));
          canvas.oval(-17, -49, 11, 11, new Color(0x6b7686));
        });
  }

  /** A letter on the table, seen flat. */
  static void letter(Canvas canvas, double x, double y, double turn) {
    canvas.at(
        x,
        y,
        1,
        turn,
        () -> {
          canvas.box(-74, -20, 156, 62, 4, Palette.veil(Palette.INK, 0.18));
          canvas.box(-80, -28, 156, 62, 4, Palette.PAPER);
          canvas.box(-66, -16, 40, 12, 3, Palette.DENIM);
          for (int i = 0; i < 3; i++) {
            canvas.line(-64, 6 + i * 9, 40 - i * 22, 6 + i * 9, 3, Palette.STEEL);
          }
        });
  }
}

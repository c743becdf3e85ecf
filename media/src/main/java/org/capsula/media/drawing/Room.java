package org.capsula.media.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Walls, windows and tables. */
final class Room {
  private Room() {}

  static void wall(Canvas canvas, Color top, Color bottom) {
    canvas.fade(new Rectangle2D.Double(0, 0, canvas.width(), canvas.height()), top, bottom);
  }

  /** The day outside: to be painted behind {@link #window}. */
  static void sky(Canvas canvas, Rectangle2D pane, Color top, Color bottom) {
    canvas.fade(pane, top, bottom);
    double x = pane.getX();
    double w = pane.getWidth();
    double ground = pane.getMaxY();
    canvas.within(
        pane,
        () -> {
          for (int i = 0; i < 5; i++) {
            double high = 60 + (i * 47) % 70;
            canvas.box(
                x + i * w / 5 - 6,
                ground - high,
                w / 5 + 2,
                high + 8,
                4,
                Palette.mix(bottom, Palette.PETROL, 0.35 + 0.08 * (i % 3)));
          }
        });
  }

  static void clouds(Canvas canvas, Rectangle2D pane, Color color, double t) {
    canvas.within(
        pane,
        () -> {
          for (int i = 0; i < 2; i++) {
            double x = pane.getX() + (t * 11 + i * 210) % (pane.getWidth() + 200) - 100;
            double y = pane.getY() + 50 + i * 52;
            canvas.oval(x, y, 110, 26, color);
            canvas.oval(x + 18, y - 12, 60, 30, color);
          }
        });
  }

  static void window(Canvas canvas, Rectangle2D pane, Color frame) {
    double x = pane.getX();
    double y = pane.getY();
    double w = pane.getWidth();
    double h = pane.getHeight();
    canvas.frame(x, y, w, h, 4, 15, frame);
    canvas.line(x + w / 2, y, x + w / 2, y + h, 9, frame);
    canvas.line(x, y + h * 0.42, x + w, y + h * 0.42, 7, frame);
    canvas.box(x - 24, y + h + 4, w + 48, 18, 6, Palette.lighter(frame, 0.3));
    canvas.box(x - 24, y + h + 20, w + 48, 7, 6, Palette.veil(Palette.INK, 0.12));
  }

  /** A curtain that the draught moves. */
  static void curtain(
      Canvas canvas, double x, double y, double w, double h, Color color, double t) {
    double hem = 7 * Motion.sway(0.7 * t, x);
    canvas.fade(
        Curve.from(x, y)
            .to(x + w, y)
            .bend(x + w + hem, y + h * 0.6, x + w + hem, y + h)
            .bend(x + w / 2, y + h + 10, x + hem, y + h)
            .bend(x, y + h * 0.5, x, y)
            .closed(),
        Palette.lighter(color, 0.12),
        Palette.darker(color, 0.16));
    for (int i = 1; i < 4; i++) {
      double fold = x + w * i / 4;
      canvas.draw(
          Curve.from(fold, y + 4).bend(fold + hem * 0.4, y + h * 0.6, fold + hem, y + h).open(),
          3,
          Palette.veil(Palette.INK, 0.09));
    }
  }

  /** A hanging lamp and the light below it. */
  static void lamp(Canvas canvas, double x, double y, Color shade) {
    canvas.line(x, 0, x, y - 40, 4, Palette.INK);
    canvas.glow(x, y + 60, 620, 460, Palette.veil(new Color(0xffe2a0), 0.55));
    canvas.fade(
        Curve.from(x - 26, y - 44)
            .to(x + 26, y - 44)
            .bend(x + 70, y - 30, x + 84, y + 22)
            .to(x - 84, y + 22)
            .bend(x - 70, y - 30, x - 26, y - 44)
            .closed(),
        Palette.lighter(shade, 0.2),
        shade);
    canvas.oval(x, y + 22, 166, 20, new Color(0xfff3cf));
  }

  static void table(Canvas canvas, double y, Color wood) {
    canvas.fade(
        new Rectangle2D.Double(0, y, canvas.width(), canvas.height() - y),
        Palette.lighter(wood, 0.18),
        Palette.darker(wood, 0.2));
    canvas.box(0, y, canvas.width(), 6, 0, Palette.lighter(wood, 0.42));
    for (int i = 0; i < 4; i++) {
      double grain = y + 30 + i * 46;
      canvas.draw(
          Curve.from(0, grain)
              .bend(canvas.width() * 0.4, grain + 12, canvas.width(), grain - 6)
              .open(),
          2.5,
          Palette.veil(Palette.WOOD_DARK, 0.22));
    }
  }

  static void shelf(Canvas canvas, double x, double y, double w) {
    Color[] spines = {
      Palette.TERRACOTTA, Palette.TEAL, Palette.MUSTARD, Palette.PLUM, Palette.DENIM, Palette.LEAF
    };
    double at = x + 16;
    for (int i = 0; at < x + w - 40; i++) {
      double wide = 15 + (i * 7) % 11;
      double high = 62 + (i * 23) % 34;
      canvas.box(at, y - high, wide, high, 4, Palette.mix(spines[i % 6], Palette.SAND, 0.2));
      canvas.box(at, y - high + 12, wide, 4, 0, Palette.veil(Palette.PAPER, 0.5));
      at += wide + 2 + (i % 5 == 4 ? 22 : 0);
    }
    canvas.box(x, y, w, 13, 4, Palette.WOOD);
    canvas.box(x, y + 13, w, 9, 4, Palette.veil(Palette.INK, 0.13));
  }

  /** Dust in the light. */
  static void motes(Canvas canvas, double t) {
    for (int i = 0; i < 14; i++) {
      double x = (i * 197 + t * (5 + i % 4)) % canvas.width();
      double y = (i * 131 + 900 - t * (7 + i % 5) + 12 * Math.sin(t + i)) % (canvas.height() * 0.7);
      canvas.oval(
          x,
          y,
          3 + i % 3,
          3 + i % 3,
          Palette.veil(Palette.PAPER, 0.28 + 0.2 * Math.sin(t * 1.4 + i)));
    }
  }
}

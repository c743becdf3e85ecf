package org.capsula.media.drawing;

import java.awt.Color;

/** A face seen from the front, its features pushed sideways where it turns. Head height: 108. */
final class Face {
  private static final Color MOUTH = new Color(0x7c2f35);
  private static final Color LIP = new Color(0xa3504a);
  private static final Color BLUSH = new Color(0xe0705a);

  private final Canvas canvas;
  private final Look look;
  private final Pose pose;
  private final double shift;

  Face(Canvas canvas, Look look, Pose pose) {
    this.canvas = canvas;
    this.look = look;
    this.pose = pose;
    shift = 11 * pose.turn();
  }

  void paint() {
    ear(-1);
    ear(1);
    canvas.fill(
        Curve.from(-42, -12)
            .bend(-44, -62, 44, -62, 42, -12)
            .bend(43, 18, 34, 40, 14, 51)
            .bend(0, 57, -14, 51)
            .bend(-34, 40, -43, 18, -42, -12)
            .closed(),
        look.skin());
    canvas.glow(-22 + shift, 22, 30, 22, Palette.veil(BLUSH, 0.35));
    canvas.glow(22 + shift, 22, 30, 22, Palette.veil(BLUSH, 0.35));
    if (look.style() == Look.Style.BEARD) {
      beard();
    }
    eye(-1);
    eye(1);
    brow(-1);
    brow(1);
    nose();
    mouth();
  }

  private void ear(int side) {
    double x = side * 43 - shift * 0.45;
    canvas.oval(x, 6, 16, 24, look.skin());
    canvas.oval(x + side, 7, 7, 13, look.shade());
  }

  private void eye(int side) {
    double x = side * 18 + shift;
    double wide = 17 - 3 * Math.max(0, side * pose.turn());
    double open = 14 * (1 - pose.blink()) * (1 - 0.28 * Math.max(0, pose.down()));
    if (open > 3) {
      canvas.oval(x, 1, wide, open, Palette.PAPER);
      double irisX = x + 3.6 * pose.turn();
      double irisY = 1 + 2.6 * pose.down();
      canvas.oval(irisX, irisY, 9, Math.min(10, open), Palette.INK);
      canvas.oval(irisX - 1.6, irisY - 2, 2.8, 2.8, Palette.PAPER);
    }
    double lid = 1 - open / 2;
    canvas.draw(
        Curve.from(x - wide / 2 - 1, lid + open * 0.38)
            .bend(x, lid - open * 0.32, x + wide / 2 + 1, lid + open * 0.38)
            .open(),
        2.8,
        Palette.darker(look.shade(), 0.55));
  }

  /** Worry lifts the inner end; a lowered one would read as anger. */
  private void brow(int side) {
    double x = side * 18 + shift;
    double inner = x - side * 9;
    double outer = x + side * 10;
    double lift = -15 - 2 * pose.mouth();
    canvas.draw(
        Curve.from(inner, lift - 5.5 * pose.worry())
            .bend(x + side * 2, lift - 5 - 1.5 * pose.worry(), outer, lift + 1 + 2 * pose.worry())
            .open(),
        3.8,
        Palette.darker(look.hair(), 0.15));
  }

  private void nose() {
    double side = pose.turn() < 0 ? -1 : 1;
    double x = shift * 1.25;
    canvas.draw(
        Curve.from(x + side, 6)
            .bend(x + side * 8, 17, x + side * 3, 19)
            .bend(x, 20, x - side * 2, 18)
            .open(),
        2.6,
        look.shade());
  }

  private void mouth() {
    double x = shift * 1.05;
    double y = 33;
    if (pose.mouth() > 0.12) {
      double half = 10 - 2.5 * pose.mouth();
      double deep = 4 + 10 * pose.mouth();
      canvas.fill(
          Curve.from(x - half, y - 1)
              .bend(x, y - 4, x + half, y - 1)
              .bend(x + half, y + deep, x - half, y + deep, x - half, y - 1)
              .closed(),
          MOUTH);
      canvas.box(x - half * 0.66, y - 2.4, half * 1.32, 3, 3, Palette.PAPER);
      return;
    }
    double curve = Motion.between(7, -4, pose.worry());
    canvas.draw(
        Curve.from(x - 11, y - curve * 0.3).bend(x, y + curve, x + 11, y - curve * 0.3).open(),
        3,
        Palette.mix(LIP, Palette.darker(look.shade(), 0.55), 0.6));
  }

  private void beard() {
    canvas.fill(
        Curve.from(-42, 2)
            .bend(-44, 34, -24, 60, 0, 62)
            .bend(24, 60, 44, 34, 42, 2)
            .bend(36, 14, 33, 24, 22 + shift * 0.6, 23)
            .bend(shift, 18, -22 + shift * 0.6, 23)
            .bend(-33, 24, -36, 14, -42, 2)
            .closed(),
        look.hair());
    canvas.oval(shift * 1.05, 35, 25, 11, Palette.mix(look.hair(), look.skin(), 0.62));
  }
}

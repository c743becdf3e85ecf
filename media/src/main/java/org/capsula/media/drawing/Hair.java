package org.capsula.media.drawing;

import java.awt.Color;

/** Hair, in the head's own measure: what falls behind it and what lies over it. */
final class Hair {
  private final Canvas canvas;
  private final Look look;
  private final double shift;
  private final Color shine;

  Hair(Canvas canvas, Look look, Pose pose) {
    this.canvas = canvas;
    this.look = look;
    shift = 5 * pose.turn();
    shine = Palette.veil(Palette.lighter(look.hair(), 0.35), 0.6);
  }

  /**
   * @param swing of what hangs, in pixels
   */
  void paintBehind(double swing) {
    Color behind = Palette.darker(look.hair(), 0.18);
    switch (look.style()) {
      case BOB ->
          canvas.fill(
              Curve.from(-48, -20)
                  .bend(-60, 40, -52 + swing, 58)
                  .bend(0, 74, 52 + swing, 58)
                  .bend(60, 40, 48, -20)
                  .closed(),
              behind);
      case LONG ->
          canvas.fill(
              Curve.from(-48, -20)
                  .bend(-64, 70, -62 + swing, 132)
                  .bend(0, 150, 62 + swing, 132)
                  .bend(64, 70, 48, -20)
                  .closed(),
              behind);
      case PLAITS -> {
        plait(-1, swing, behind);
        plait(1, swing, behind);
      }
      case SHORT, BEARD -> {}
    }
  }

  private void plait(int side, double swing, Color color) {
    for (int i = 0; i < 4; i++) {
      canvas.oval(side * (50 + i * 3) + swing * i / 2, 32 + i * 19, 23 - i * 2, 25, color);
    }
    canvas.oval(side * 62 + swing * 2, 102, 13, 10, Palette.TERRACOTTA);
    canvas.oval(side * 61 + swing * 2, 113, 12, 18, color);
  }

  void paintOver() {
    switch (look.style()) {
      case SHORT -> cropped();
      case BEARD -> sideParted();
      case BOB -> fringe(40);
      case LONG -> middleParted();
      case PLAITS -> middleParted();
    }
  }

  private void cropped() {
    for (int i = 0; i < 9; i++) {
      double angle = Math.PI * (1.02 + i * 0.12);
      canvas.oval(
          44 * Math.cos(angle) - shift * 0.3, -16 + 36 * Math.sin(angle), 24, 24, look.hair());
    }
    canvas.fill(
        Curve.from(-45, -8)
            .bend(-46, -64, 46, -64, 45, -8)
            .bend(38 + shift, -32, 26 + shift, -33)
            .bend(shift, -38, -26 + shift, -33)
            .bend(-38 + shift, -32, -45, -8)
            .closed(),
        look.hair());
  }

  private void sideParted() {
    canvas.fill(
        Curve.from(-45, 2)
            .bend(-54, -66, 10, -66)
            .bend(54, -66, 45, 2)
            .bend(40, -20, 33 + shift, -28)
            .bend(4 + shift, -20, -22 + shift, -36)
            .bend(-38, -26, -45, 2)
            .closed(),
        look.hair());
    canvas.draw(Curve.from(-18, -50).bend(12, -58, 32, -42).open(), 4, shine);
  }

  private void fringe(double length) {
    canvas.fill(
        Curve.from(-47, length)
            .bend(-62, -68, 2, -68)
            .bend(62, -68, 48, length)
            .bend(46, 4, 38 + shift, -16)
            .bend(10 + shift, -20, -8 + shift, -38)
            .bend(-20 + shift, -16, -36 + shift, -10)
            .bend(-40, 14, -47, length)
            .closed(),
        look.hair());
    canvas.draw(Curve.from(4, -56).bend(34, -52, 42, -18).open(), 4.5, shine);
    canvas.draw(Curve.from(-12, -54).bend(-36, -44, -42, -16).open(), 3.5, shine);
  }

  private void middleParted() {
    double part = 6 + shift;
    canvas.fill(
        Curve.from(-47, 30)
            .bend(-60, -66, 0, -67)
            .bend(60, -66, 47, 30)
            .bend(47, -6, part + 8, -46)
            .bend(part, -50, part - 8, -46)
            .bend(-44, -20, -47, 30)
            .closed(),
        look.hair());
    canvas.draw(Curve.from(part + 10, -54).bend(40, -44, 44, -6).open(), 4, shine);
    canvas.draw(Curve.from(part - 16, -55).bend(-40, -44, -44, -6).open(), 4, shine);
  }
}

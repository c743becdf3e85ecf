package org.capsula.media.drawing;

import java.awt.Color;

/**
 * A person from the waist up.
 *
 * @param x middle of the head
 * @param y middle of the head
 * @param size pixels a unit; a head is 108 units high
 */
record Person(Look look, double x, double y, double size) {

  void paint(Canvas canvas, Pose pose, double t) {
    double breath = 1.4 * Math.sin(1.9 * t + x);
    Hair hair = new Hair(canvas, look, pose);
    double tilt = 0.035 * Motion.sway(0.8 * t, x) + 0.05 * pose.turn();
    canvas.at(x, y, size, tilt, () -> hair.paintBehind(2 * Motion.sway(t, x)));
    canvas.at(x, y + breath, size, 0, () -> body(canvas));
    canvas.at(
        x,
        y,
        size,
        tilt,
        () -> {
          new Face(canvas, look, pose).paint();
          hair.paintOver();
        });
  }

  private void body(Canvas canvas) {
    Color clothes = look.clothes();
    canvas.fade(
        Curve.from(-24, 68)
            .bend(-40, 88, -78, 86, -92, 122)
            .bend(-96, 170, -80, 220, -82, 340)
            .to(82, 340)
            .bend(80, 220, 96, 170, 92, 122)
            .bend(78, 86, 40, 88, 24, 68)
            .closed(),
        Palette.lighter(clothes, 0.1),
        Palette.darker(clothes, 0.28));
    canvas.fill(
        Curve.from(-19, 36)
            .to(19, 36)
            .bend(20, 70, 34, 80)
            .bend(0, 112, -34, 80)
            .bend(-20, 70, -19, 36)
            .closed(),
        look.skin());
    canvas.fill(
        Curve.from(-19, 42).to(19, 42).bend(20, 56, 21, 62).bend(0, 72, -21, 58).closed(),
        look.shade());
    canvas.draw(Curve.from(-36, 80).bend(0, 116, 36, 80).open(), 7, Palette.lighter(clothes, 0.35));
  }

  /**
   * An arm with its hand, in the picture's own measure.
   *
   * @param side −1 for the one at the picture's left
   */
  void arm(Canvas canvas, int side, double handX, double handY) {
    double fromX = x + side * 74 * size;
    double fromY = y + 122 * size;
    double length = 122 * size;
    double far = Math.hypot(handX - fromX, handY - fromY);
    double half = Math.min(far / 2, length * 0.999);
    double out = Math.sqrt(length * length - half * half) * 0.5;
    double alongX = (handX - fromX) / far;
    double alongY = (handY - fromY) / far;
    // The elbow falls outwards and down, as it does when one sits at a table.
    double elbowX = (fromX + handX) / 2 - side * alongY * -out;
    double elbowY = (fromY + handY) / 2 + side * alongX * -out;
    if (side * elbowX < side * (fromX + handX) / 2) {
      elbowX = fromX + handX - elbowX;
      elbowY = fromY + handY - elbowY;
    }
    Color sleeve = Palette.darker(look.clothes(), 0.1);
    double cuffX = Motion.between(elbowX, handX, 0.86);
    double cuffY = Motion.between(elbowY, handY, 0.86);
    canvas.line(cuffX, cuffY, handX, handY, 22 * size, look.skin());
    canvas.draw(
        Curve.from(fromX, fromY).bend(elbowX, elbowY, cuffX, cuffY).open(), 38 * size, sleeve);
    hand(canvas, handX, handY, Math.atan2(handY - elbowY, handX - elbowX));
  }

  private void hand(Canvas canvas, double handX, double handY, double turn) {
    canvas.at(
        handX,
        handY,
        size,
        turn,
        () -> {
          canvas.oval(6, 0, 34, 28, look.skin());
          for (int i = 0; i < 4; i++) {
            canvas.line(
                14, -9 + i * 6, 27 - Math.abs(i - 1.4) * 2.4, -9.5 + i * 6.2, 7.5, look.skin());
          }
          for (int i = 0; i < 3; i++) {
            canvas.line(19, -6 + i * 6, 26, -6.2 + i * 6.2, 1.3, look.shade());
          }
          canvas.line(4, -10, 16, -17, 8, look.skin());
        });
  }
}

package org.capsula.media.drawing;

/** A large hand that lies on a table. */
final class Hand {
  private Hand() {}

  /**
   * From the picture's left side, its fingers to the right.
   *
   * @param x where the knuckles are
   */
  static void fromAbove(Canvas canvas, Look look, double x, double y, double turn) {
    canvas.at(
        x,
        y,
        1,
        turn,
        () -> {
          canvas.glow(-80, 34, 560, 230, Palette.veil(Palette.INK, 0.3));
          canvas.line(-560, 30, -270, 8, 168, Palette.darker(look.clothes(), 0.1));
          canvas.line(-262, -66, -252, 84, 26, Palette.lighter(look.clothes(), 0.2));
          canvas.fill(
              Curve.from(-250, -50)
                  .bend(-150, -58, -90, -78)
                  .bend(-20, -88, 10, -62)
                  .to(10, 66)
                  .bend(-60, 96, -130, 70)
                  .bend(-190, 58, -250, 66)
                  .closed(),
              look.skin());
          double[] lengths = {96, 124, 116, 84};
          for (int i = 0; i < 4; i++) {
            double at = -46 + i * 33;
            double end = at * 1.16;
            canvas.line(-4, at, lengths[i], end, 31, look.skin());
            canvas.oval(lengths[i] + 3, end, 19, 15, Palette.lighter(look.skin(), 0.4));
            canvas.draw(
                Curve.from(lengths[i] * 0.5, end - 8)
                    .bend(lengths[i] * 0.5 + 5, end, lengths[i] * 0.5, end + 8)
                    .open(),
                2.4,
                look.shade());
          }
          for (int i = 0; i < 3; i++) {
            canvas.line(4, -29 + i * 33, 34, -31 + i * 35, 2.4, look.shade());
          }
          canvas.line(-110, -60, -14, -116, 36, look.skin());
          canvas.oval(-8, -120, 18, 16, Palette.lighter(look.skin(), 0.4));
        });
  }
}

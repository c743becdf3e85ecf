package org.capsula.media.drawing;

/** What lies flat on a table. */
final class TableTop {
  private TableTop() {}

  /** A telephone lying on the table, loud, and its call. */
  static void ringing(Canvas canvas, double x, double y, double t) {
    for (int i = 0; i < 3; i++) {
      double wave = (t * 0.7 + i / 3.0) % 1;
      canvas.ring(
          x,
          y + 14,
          90 + 190 * wave,
          30 + 70 * wave,
          4,
          Palette.veil(Palette.TEAL, 0.7 * (1 - wave)));
    }
    canvas.glow(x, y + 22, 170, 50, Palette.veil(Palette.INK, 0.35));
    canvas.fill(
        Curve.from(x - 44, y).to(x + 44, y).to(x + 56, y + 34).to(x - 56, y + 34).closed(),
        Palette.INK);
    canvas.fill(
        Curve.from(x - 38, y + 3).to(x + 38, y + 3).to(x + 49, y + 30).to(x - 49, y + 30).closed(),
        Palette.TEAL);
    canvas.oval(x, y + 16, 22, 12, Palette.PAPER);
  }

  static void notebook(Canvas canvas, double x, double y) {
    canvas.glow(x, y + 30, 260, 60, Palette.veil(Palette.INK, 0.3));
    canvas.fill(
        Curve.from(x - 96, y - 22)
            .to(x + 96, y - 22)
            .to(x + 116, y + 40)
            .to(x - 116, y + 40)
            .closed(),
        Palette.TERRACOTTA);
    canvas.fill(
        Curve.from(x - 88, y - 20).to(x, y - 14).to(x, y + 32).to(x - 106, y + 32).closed(),
        Palette.PAPER);
    canvas.fill(
        Curve.from(x + 88, y - 20).to(x, y - 14).to(x, y + 32).to(x + 106, y + 32).closed(),
        Palette.CREAM);
    for (int i = 0; i < 3; i++) {
      canvas.line(x - 82 - i * 4, y - 6 + i * 12, x - 18, y - 4 + i * 12, 3, Palette.STEEL);
      canvas.line(x + 20, y - 4 + i * 12, x + 70 - i * 9, y - 6 + i * 12, 3, Palette.DENIM);
    }
  }
}

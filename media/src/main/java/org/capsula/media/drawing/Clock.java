package org.capsula.media.drawing;

/** A clock on a wall. */
final class Clock {
  private Clock() {}

  static void face(Canvas canvas, double x, double y, double radius) {
    canvas.glow(x + 6, y + 12, radius * 2.5, radius * 2.5, Palette.veil(Palette.INK, 0.3));
    canvas.oval(x, y, radius * 2, radius * 2, Palette.PAPER);
    canvas.ring(x, y, radius * 2, radius * 2, radius * 0.12, Palette.PETROL);
    for (int i = 0; i < 12; i++) {
      double angle = i * Math.PI / 6;
      double dx = Math.sin(angle);
      double dy = -Math.cos(angle);
      canvas.line(
          x + dx * radius * 0.76,
          y + dy * radius * 0.76,
          x + dx * radius * 0.84,
          y + dy * radius * 0.84,
          radius * 0.06,
          Palette.STEEL);
    }
  }

  static void hands(Canvas canvas, double x, double y, double radius, double minutes) {
    double minute = minutes * Math.PI / 30;
    double hour = Math.PI * 1.62 + minute / 12;
    canvas.line(
        x,
        y,
        x + radius * 0.44 * Math.sin(hour),
        y - radius * 0.44 * Math.cos(hour),
        radius * 0.09,
        Palette.INK);
    canvas.line(
        x,
        y,
        x + radius * 0.68 * Math.sin(minute),
        y - radius * 0.68 * Math.cos(minute),
        radius * 0.06,
        Palette.TERRACOTTA);
    canvas.oval(x, y, radius * 0.15, radius * 0.15, Palette.INK);
  }
}

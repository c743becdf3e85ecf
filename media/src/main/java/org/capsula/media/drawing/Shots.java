package org.capsula.media.drawing;

import java.util.ArrayList;
import java.util.List;

/** One shot after another; the first rises out of the dark, the last falls into it. */
final class Shots implements Painter {
  private static final double FADE = 0.45;

  private final List<Shot> shots = new ArrayList<>();
  private final double length;

  /**
   * @param length of the film in seconds
   */
  Shots(double length) {
    this.length = length;
  }

  private record Shot(double until, Painter painter) {}

  /**
   * @param until seconds from the film's beginning
   */
  Shots then(double until, Painter painter) {
    shots.add(new Shot(until, painter));
    return this;
  }

  @Override
  public void paint(Canvas canvas, double t) {
    shots.stream()
        .filter(shot -> t < shot.until())
        .findFirst()
        .orElse(shots.get(shots.size() - 1))
        .painter()
        .paint(canvas, t);
    double dark = 1 - Math.min(1, Math.min(t / FADE, (length - t) / FADE));
    if (dark > 0) {
      canvas.box(0, 0, canvas.width(), canvas.height(), 0, Palette.veil(Palette.INK, dark));
    }
  }
}

package org.capsula.media.drawing;

/** How things move. */
final class Motion {
  private Motion() {}

  /** From 0 to 1 between two instants, slow at both ends. */
  static double ease(double t, double from, double to) {
    double part = Math.max(0, Math.min(1, (t - from) / (to - from)));
    return part * part * (3 - 2 * part);
  }

  /** Rises at one instant and falls again at another, half a second each. */
  static double during(double t, double from, double to) {
    return ease(t, from, from + 0.5) * (1 - ease(t, to - 0.5, to));
  }

  static double between(double from, double to, double part) {
    return from + (to - from) * part;
  }

  /** Between −1 and 1; nothing alive keeps one rhythm. */
  static double sway(double t, double phase) {
    return 0.65 * Math.sin(1.3 * t + phase) + 0.35 * Math.sin(2.9 * t + 2 * phase);
  }

  /** What refuses shakes its head for half a second. */
  static double shake(double t, double from) {
    double since = t - from;
    return since < 0 || since > 0.5 ? 0 : Math.sin(since * 44) * (1 - since / 0.5);
  }

  /** 1 while the eyes are shut: an eighth of a second every few seconds. */
  static double blink(double t, double phase) {
    double since = (t + phase * 1.7) % (3.1 + phase % 1);
    return since < 0.12 ? Math.sqrt(Math.sin(since / 0.12 * Math.PI)) : 0;
  }
}

package org.capsula.media.drawing;

import java.awt.geom.Path2D;

/** An outline, written from point to point. */
final class Curve {
  private final Path2D.Double path = new Path2D.Double();

  private Curve() {}

  static Curve from(double x, double y) {
    Curve curve = new Curve();
    curve.path.moveTo(x, y);
    return curve;
  }

  Curve to(double x, double y) {
    path.lineTo(x, y);
    return this;
  }

  Curve bend(double pullX, double pullY, double x, double y) {
    path.quadTo(pullX, pullY, x, y);
    return this;
  }

  Curve bend(double pullX1, double pullY1, double pullX2, double pullY2, double x, double y) {
    path.curveTo(pullX1, pullY1, pullX2, pullY2, x, y);
    return this;
  }

  Path2D open() {
    return path;
  }

  Path2D closed() {
    path.closePath();
    return path;
  }
}

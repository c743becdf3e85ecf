package org.capsula.media.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** What is drawn on, in pixels of the shown picture. It knows no text. */
final class Canvas {
  private final Graphics2D graphics;
  private final int width;
  private final int height;

  Canvas(Graphics2D graphics, int width, int height) {
    this.graphics = graphics;
    this.width = width;
    this.height = height;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void fill(Shape shape, Color color) {
    graphics.setPaint(color);
    graphics.fill(shape);
  }

  /** From one colour to another, downwards. */
  void fade(Shape shape, Color top, Color bottom) {
    double y = shape.getBounds2D().getMinY();
    double end = shape.getBounds2D().getMaxY();
    graphics.setPaint(new GradientPaint(0, (float) y, top, 0, (float) end, bottom));
    graphics.fill(shape);
  }

  void box(double x, double y, double w, double h, double round, Color color) {
    fill(boxOf(x, y, w, h, round), color);
  }

  static Shape boxOf(double x, double y, double w, double h, double round) {
    return new RoundRectangle2D.Double(x, y, w, h, round, round);
  }

  void frame(double x, double y, double w, double h, double round, double thick, Color color) {
    draw(boxOf(x, y, w, h, round), thick, color);
  }

  /** By its middle. */
  void oval(double x, double y, double w, double h, Color color) {
    fill(new Ellipse2D.Double(x - w / 2, y - h / 2, w, h), color);
  }

  void ring(double x, double y, double w, double h, double thick, Color color) {
    draw(new Ellipse2D.Double(x - w / 2, y - h / 2, w, h), thick, color);
  }

  void draw(Shape shape, double thick, Color color) {
    graphics.setPaint(color);
    graphics.setStroke(
        new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, double thick, Color color) {
    draw(new Line2D.Double(x1, y1, x2, y2), thick, color);
  }

  /** Light, or a soft shadow where the colour is dark: strongest in the middle. */
  void glow(double x, double y, double w, double h, Color color) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(w / 200, h / 200);
    graphics.setPaint(
        new RadialGradientPaint(
            0, 0, 100, new float[] {0, 1}, new Color[] {color, Palette.veil(color, 0)}));
    graphics.fill(new Ellipse2D.Double(-100, -100, 200, 200));
    graphics.setTransform(before);
  }

  /** Draws around another origin. */
  void at(double x, double y, double scale, double turn, Runnable drawing) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(turn);
    graphics.scale(scale, scale);
    drawing.run();
    graphics.setTransform(before);
  }

  /** Draws as in a mirror that stands at x = 0. */
  void flipped(Runnable drawing) {
    AffineTransform before = graphics.getTransform();
    graphics.scale(-1, 1);
    drawing.run();
    graphics.setTransform(before);
  }

  void within(Shape window, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(window);
    drawing.run();
    graphics.setClip(before);
  }

  void image(Image image) {
    graphics.drawImage(image, 0, 0, null);
  }
}

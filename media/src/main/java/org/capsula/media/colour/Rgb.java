package org.capsula.media.colour;

import java.util.function.DoubleUnaryOperator;

/** Red, green and blue: signal or light, as its holder says. */
record Rgb(double red, double green, double blue) {
  Rgb map(DoubleUnaryOperator each) {
    return new Rgb(each.applyAsDouble(red), each.applyAsDouble(green), each.applyAsDouble(blue));
  }

  Rgb times(double factor) {
    return new Rgb(red * factor, green * factor, blue * factor);
  }

  double largest() {
    return Math.max(red, Math.max(green, blue));
  }

  double smallest() {
    return Math.min(red, Math.min(green, blue));
  }
}

package org.capsula.media.drawing;

/** Anything that is drawn. */
interface Painter {
  /**
   * @param t seconds from the film's beginning
   */
  void paint(Canvas canvas, double t);
}

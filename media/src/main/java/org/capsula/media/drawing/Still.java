package org.capsula.media.drawing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** What does not move in a shot: drawn once, copied into every frame. */
final class Still implements Painter {
  private final Painter content;
  private @Nullable BufferedImage image;

  Still(Painter content) {
    this.content = content;
  }

  @Override
  public void paint(Canvas canvas, double t) {
    if (image == null) {
      image = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      content.paint(new Canvas(graphics, canvas.width(), canvas.height()), t);
      graphics.dispose();
    }
    canvas.image(image);
  }
}

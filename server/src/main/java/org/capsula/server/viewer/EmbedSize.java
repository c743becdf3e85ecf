package org.capsula.server.viewer;

/**
 * How large a frame has to be for the player alone, in CSS pixels.
 *
 * @param height of the picture, the bar and the line under it
 */
public record EmbedSize(int width, int height) {
  private static final int WIDTH = 640;

  /** An upright film would otherwise be higher than most windows. */
  private static final int MOST_PICTURE = 480;

  /** The bar's buttons need so many. */
  private static final int LEAST_WIDTH = 320;

  /** Scrub bar 28, buttons 48, the line that leads to the full page 40: player.css, embed.css. */
  private static final int AROUND = 28 + 48 + 40;

  public static EmbedSize of(Picture picture) {
    return within(picture, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** No larger than asked, whatever becomes of the picture. */
  public static EmbedSize within(Picture picture, int maxWidth, int maxHeight) {
    double shape = (double) picture.height() / picture.width();
    int wide = Math.max(LEAST_WIDTH, Math.min(WIDTH, (int) Math.round(MOST_PICTURE / shape)));
    int width = Math.min(wide, maxWidth);
    int seen = Math.min(MOST_PICTURE, (int) Math.round(width * shape));
    return new EmbedSize(width, Math.min(seen + AROUND, maxHeight));
  }
}

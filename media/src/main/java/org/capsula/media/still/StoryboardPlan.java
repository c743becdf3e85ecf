package org.capsula.media.still;

import java.time.Duration;
import org.capsula.media.probe.VideoTrack;

/**
 * The sheet of thumbnails that a player shows over its scrub bar.
 *
 * @param interval time between two thumbnails
 * @param thumbnails how many there are
 * @param columns thumbnails a row; the last row may be shorter
 * @param width of one thumbnail in pixels, even
 * @param height of one thumbnail in pixels, even
 */
public record StoryboardPlan(
    Duration interval, int thumbnails, int columns, int width, int height) {
  /** Ten rows of ten keep the sheet of a long film below 300 kB. */
  private static final int MOST = 100;

  private static final int COLUMNS = 10;
  private static final int LONG_SIDE = 160;
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public static StoryboardPlan of(VideoTrack video, Duration length) {
    Duration even = length.dividedBy(MOST);
    Duration interval = even.compareTo(SHORTEST) > 0 ? even : SHORTEST;
    long count = Math.max(1, (length.toNanos() + interval.toNanos() - 1) / interval.toNanos());
    int thumbnails = (int) Math.min(MOST, count);
    double scale = (double) LONG_SIDE / Math.max(video.width(), video.height());
    return new StoryboardPlan(
        interval,
        thumbnails,
        Math.min(COLUMNS, thumbnails),
        even(video.width() * scale),
        even(video.height() * scale));
  }

  private static int even(double pixels) {
    return Math.max(2, 2 * (int) Math.round(pixels / 2));
  }

  public int rows() {
    return (thumbnails + columns - 1) / columns;
  }
}

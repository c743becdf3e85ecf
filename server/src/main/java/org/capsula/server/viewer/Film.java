package org.capsula.server.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the player plays.
 *
 * @param playlist the address of the multivariant playlist
 * @param poster its size is the picture's; for sound alone any shape
 * @param storyboard the address of the storyboard's WebVTT map; null where there is no picture
 * @param download the address of the MP4 with its subtitles
 * @param downloadHeight lines of its picture; 0 for sound alone
 * @param qualities what all of it weighs in each size, largest first; none for sound alone
 */
public record Film(
    String playlist,
    Picture poster,
    @Nullable String storyboard,
    String download,
    int downloadHeight,
    long downloadBytes,
    List<Quality> qualities) {
  public Film {
    qualities = List.copyOf(qualities);
  }
}

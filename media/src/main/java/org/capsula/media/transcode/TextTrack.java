package org.capsula.media.transcode;

import java.time.Duration;
import java.util.List;

/**
 * Timed text for an MP4 ({@code tx3g}, 3GPP TS 26.245).
 *
 * @param language BCP 47; its primary subtag is what the container keeps
 * @param samples ascending and not overlapping
 */
public record TextTrack(String language, String title, List<Sample> samples) {
  public TextTrack {
    samples = List.copyOf(samples);
  }

  /**
   * @param text plain text, lines separated by {@code \n}
   */
  public record Sample(Duration start, Duration end, String text) {}
}

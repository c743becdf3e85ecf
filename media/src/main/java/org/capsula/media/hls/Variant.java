package org.capsula.media.hls;

import org.capsula.media.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A rung as a player sees it (RFC 8216bis, 4.4.6.2).
 *
 * @param playlist its media playlist's address as seen from the multivariant playlist
 * @param bandwidth peak bit/s of picture and sound together
 * @param averageBandwidth mean bit/s of picture and sound together
 * @param codecs RFC 6381, comma-separated
 * @param width in pixels; 0 for sound only
 * @param height in pixels; 0 for sound only
 * @param frameRate null for sound only
 * @param keyFrames null where there are none to be had by themselves
 */
public record Variant(
    String playlist,
    long bandwidth,
    long averageBandwidth,
    String codecs,
    int width,
    int height,
    @Nullable Rational frameRate,
    @Nullable KeyFrames keyFrames) {

  boolean isSound() {
    return frameRate == null;
  }

  /**
   * The pictures that a player shows while a viewer searches (4.4.6.3).
   *
   * @param playlist as seen from the multivariant playlist
   * @param bandwidth peak bit/s
   * @param averageBandwidth bit/s
   * @param codec RFC 6381
   */
  public record KeyFrames(String playlist, long bandwidth, long averageBandwidth, String codec) {}
}

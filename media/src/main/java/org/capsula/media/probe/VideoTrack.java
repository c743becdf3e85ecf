package org.capsula.media.probe;

import java.time.Duration;
import org.capsula.media.Rational;
import org.capsula.media.colour.Hdr;
import org.jspecify.annotations.Nullable;

/**
 * One picture track.
 *
 * @param index the stream's place in the container, from 0
 * @param codec FFmpeg's short name, e.g. {@code h264}
 * @param width displayed width in pixels, after rotation and pixel aspect
 * @param height displayed height in pixels, after rotation and pixel aspect
 * @param rotation how far a player must turn the stored picture clockwise: 0, 90, 180 or 270
 * @param frameRate frames a second that the film is encoded with: its own where it is constant and
 *     at most 60, else the nearest usual one
 * @param constantRate whether the footage's frames stand on the grid of {@code frameRate}
 * @param end when the last picture stops being shown, from the footage's start; as far as the
 *     container knows, so that a last picture without a length ends where it begins
 * @param hdr null where the container calls the picture an ordinary one; what is decoded may know
 *     better
 */
public record VideoTrack(
    int index,
    String codec,
    int width,
    int height,
    int rotation,
    Rational frameRate,
    boolean constantRate,
    Duration end,
    @Nullable Hdr hdr) {

  /** The short side of the displayed picture: the number that names a rung. */
  public int lines() {
    return Math.min(width, height);
  }
}

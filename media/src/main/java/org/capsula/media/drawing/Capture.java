package org.capsula.media.drawing;

/**
 * How a camera stores what it sees and hears, its faults included.
 *
 * @param rotation how far a player must turn the stored picture clockwise: 0, 90, 180 or 270
 * @param channels of the sound: 1 or 2
 * @param gainDb what is added to the voices' level, in decibels; negative for a microphone that
 *     stood too far away
 */
public record Capture(int rotation, int channels, double gainDb) {
  public Capture {
    if (rotation < 0 || rotation > 270 || rotation % 90 != 0) {
      throw new IllegalArgumentException("no whole quarter turn: " + rotation);
    }
    if (channels < 1 || channels > 2) {
      throw new IllegalArgumentException("neither mono nor stereo: " + channels);
    }
  }

  public boolean onItsSide() {
    return rotation % 180 != 0;
  }
}

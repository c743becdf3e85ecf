package org.capsula.media.sound;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Peaks of a sound for drawing, in the JSON data format of BBC's audiowaveform (version 2): for
 * each pixel the lowest and highest sample of all channels, as 8-bit numbers.
 */
public final class Waveform {
  private static final int SAMPLE_RATE = 48_000;

  /** Ten pixels a second: a 15-minute film makes 9,000 pairs. */
  private static final int SAMPLES_PER_PIXEL = SAMPLE_RATE / 10;

  private final List<Integer> data = new ArrayList<>();
  private int filled;
  private float lowest;
  private float highest;

  /**
   * @param channels samples from −1 to 1 at 48 kHz, one buffer a channel, all of the same length
   */
  public void add(List<FloatBuffer> channels) {
    int length = channels.get(0).remaining();
    for (int i = 0; i < length; i++) {
      for (FloatBuffer channel : channels) {
        float sample = channel.get(channel.position() + i);
        lowest = Math.min(lowest, sample);
        highest = Math.max(highest, sample);
      }
      if (++filled == SAMPLES_PER_PIXEL) {
        endPixel();
      }
    }
  }

  private void endPixel() {
    data.add(eightBit(lowest));
    data.add(eightBit(highest));
    filled = 0;
    lowest = 0;
    highest = 0;
  }

  private static int eightBit(float sample) {
    return Math.max(-128, Math.min(127, Math.round(sample * 127)));
  }

  /** Lowest and highest of each pixel in turn, from −128 to 127. */
  public List<Integer> data() {
    return List.copyOf(data);
  }

  public String toJson() {
    if (filled > 0) {
      endPixel();
    }
    return "{\"version\":2,\"channels\":1,\"sample_rate\":%d,\"samples_per_pixel\":%d,\"bits\":8,\"length\":%d,\"data\":%s}\n"
        .formatted(
            SAMPLE_RATE, SAMPLES_PER_PIXEL, data.size() / 2, data.toString().replace(" ", ""));
  }
}

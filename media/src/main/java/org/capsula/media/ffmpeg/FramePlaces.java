package org.capsula.media.ffmpeg;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.capsula.media.Rational;

/** From a picture's time in the footage to its number in the row of frames. */
final class FramePlaces {
  private final long first;
  private final double framesPerTick;

  /**
   * @param start the file's own time that counts as 0
   */
  FramePlaces(AVStream stream, Duration start, Rational rate) {
    first = Times.ticks(start, stream.time_base());
    framesPerTick = rate.toDouble() * stream.time_base().num() / stream.time_base().den();
  }

  int of(long ticks) {
    return (int) Math.round((ticks - first) * framesPerTick);
  }
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;

import java.time.Duration;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.probe.VideoTrack;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from a footage's packets in one reading: the picture's times, the sounds' levels.
 */
final class PacketScan {
  private final Duration start;
  private final @Nullable AVStream video;
  private final List<SoundScan> sounds;
  private final PictureTimes pictures = new PictureTimes();
  private final @Nullable CopyScan copies;
  private boolean leapt;
  private Duration pictureEnd = Duration.ZERO;
  private Duration soundEnd = Duration.ZERO;

  /**
   * @param sounds stay the caller's
   */
  PacketScan(Duration start, @Nullable AVStream video, List<SoundScan> sounds) {
    this.start = start;
    this.video = video;
    this.sounds = sounds;
    copies = video == null ? null : new CopyScan(video, start);
  }

  void accept(AVPacket packet) throws LibavException {
    // An edit list shows less than is stored: what it leaves out is decoded but never seen.
    boolean shown = (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
    if (copies != null && video != null && packet.stream_index() == video.index()) {
      copies.accept(packet);
    }
    if (shown && video != null && packet.stream_index() == video.index()) {
      pictureEnd = later(pictureEnd, reachedBy(packet, video));
      pictures.add(packet, video.time_base());
      return;
    }
    for (SoundScan sound : sounds) {
      if (sound.stream().index() == packet.stream_index()) {
        if (shown) {
          soundEnd = later(soundEnd, reachedBy(packet, sound.stream()));
        }
        sound.accept(packet);
      }
    }
  }

  /** Longer than any footage that is taken, in time or in pictures, or it leaps there. */
  boolean isTooLong() {
    return leapt
        || end().compareTo(Limits.LONGEST_FOOTAGE) > 0
        || pictures.count() > Limits.MOST_PICTURES;
  }

  /** Zero where it does not say. */
  private Duration reachedBy(AVPacket packet, AVStream stream) {
    // AVI and raw streams carry no times of showing.
    long ticks = Times.isUnknown(packet.pts()) ? packet.dts() : packet.pts();
    if (Times.isUnknown(ticks)) {
      return Duration.ZERO;
    }
    Duration begin = Times.duration(ticks, stream.time_base()).minus(start);
    leapt |= !end().isZero() && begin.minus(end()).compareTo(Limits.LONGEST_GAP) > 0;
    return begin.plus(Times.duration(packet.duration(), stream.time_base()));
  }

  private static Duration later(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** When each picture is shown, in seconds of the file's own clock, ascending. */
  double[] pictureTimes() {
    return pictures.ascending();
  }

  /**
   * @param length of the footage
   */
  PictureCopy copy(VideoTrack picture, Duration length) {
    return copies == null
        ? PictureCopy.refused("it has no picture")
        : copies.result(picture, length);
  }

  /** The end of the last packet, from the footage's start. */
  Duration end() {
    return later(pictureEnd, soundEnd);
  }

  /** The end of the last picture's packet, from the footage's start; zero without any. */
  Duration pictureEnd() {
    return pictureEnd;
  }

  /** The end of the last sound's packet, from the footage's start; zero without any. */
  Duration soundEnd() {
    return soundEnd;
  }
}

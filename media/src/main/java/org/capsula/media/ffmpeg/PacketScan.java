package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;

import java.time.Duration;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from a footage's packets in one reading: the picture's times, the sounds' levels.
 */
final class PacketScan {
  private final Duration start;
  private final @Nullable AVStream video;
  private final List<SoundScan> sounds;
  private final PictureTimes pictures = new PictureTimes();
  private Duration end = Duration.ZERO;

  /**
   * @param sounds stay the caller's
   */
  PacketScan(Duration start, @Nullable AVStream video, List<SoundScan> sounds) {
    this.start = start;
    this.video = video;
    this.sounds = sounds;
  }

  void accept(AVPacket packet) throws LibavException {
    // An edit list shows less than is stored: what it leaves out is decoded but never seen.
    boolean shown = (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
    if (shown && video != null && packet.stream_index() == video.index()) {
      lengthen(packet, video);
      pictures.add(packet, video.time_base());
      return;
    }
    for (SoundScan sound : sounds) {
      if (sound.stream().index() == packet.stream_index()) {
        if (shown) {
          lengthen(packet, sound.stream());
        }
        sound.accept(packet);
      }
    }
  }

  private void lengthen(AVPacket packet, AVStream stream) {
    // AVI and raw streams carry no times of showing.
    long ticks = Times.isUnknown(packet.pts()) ? packet.dts() : packet.pts();
    if (!Times.isUnknown(ticks)) {
      Duration stop = Times.duration(ticks + packet.duration(), stream.time_base()).minus(start);
      end = stop.compareTo(end) > 0 ? stop : end;
    }
  }

  /** When each picture is shown, in seconds of the file's own clock, ascending. */
  double[] pictureTimes() {
    return pictures.ascending();
  }

  /** The end of the last packet, from the footage's start. */
  Duration end() {
    return end;
  }
}

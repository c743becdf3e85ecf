package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.SizeTPointer;
import org.capsula.media.Rational;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.probe.VideoTrack;
import org.jspecify.annotations.Nullable;

/** Learns from a picture track's packets whether they can be copied into the ladder. */
final class CopyScan {
  private static final double LONGEST_GROUP_SECONDS = 5;

  private final AVStream stream;
  private final Duration start;
  private long[] times = new long[1024];
  private int[] bytes = new int[1024];
  private final List<Integer> keyPackets = new ArrayList<>();
  private int packets;
  private @Nullable String obstacle;

  /**
   * @param start the file's own time that counts as 0
   */
  CopyScan(AVStream stream, Duration start) {
    this.stream = stream;
    this.start = start;
    obstacle = CopyRules.obstacle(stream.codecpar());
  }

  void accept(AVPacket packet) {
    if (obstacle == null) {
      obstacle = obstacle(packet);
    }
    if (obstacle != null) {
      return;
    }
    if (packets == times.length) {
      times = Arrays.copyOf(times, 2 * packets);
      bytes = Arrays.copyOf(bytes, 2 * packets);
    }
    if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
      keyPackets.add(packets);
    }
    times[packets] = packet.pts();
    bytes[packets] = packet.size();
    packets++;
  }

  private @Nullable String obstacle(AVPacket packet) {
    if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      return "an edit list hides a part of its pictures";
    }
    if (Times.isUnknown(packet.pts())) {
      return "its pictures carry no times";
    }
    SizeTPointer size = new SizeTPointer(1);
    boolean changes = av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, size) != null;
    size.deallocate();
    if (changes) {
      return "its coding changes within the film";
    }
    boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    return key && !CopyRules.isIdr(packet, stream.codecpar())
        ? "its groups of pictures are open"
        : null;
  }

  /**
   * @param length of the footage
   */
  PictureCopy result(VideoTrack video, Duration length) {
    String why = obstacle;
    if (why == null) {
      why = CopyRules.obstacle(video, stream.codecpar());
    }
    return why == null ? onTheGrid(video.frameRate(), length) : PictureCopy.refused(why);
  }

  /** Each picture takes the place in the row of frames that the other rungs give it. */
  private PictureCopy onTheGrid(Rational rate, Duration length) {
    int[] places = places(rate);
    int delay = delay(places);
    if (delay < 0) {
      return PictureCopy.refused("its pictures do not stand on a regular grid");
    }
    double seconds = packets / rate.toDouble();
    if (Math.abs(seconds - length.toNanos() / 1e9) > 1.5 / rate.toDouble()) {
      return PictureCopy.refused("its picture and its sound end at different times");
    }
    List<Integer> keys = keyPackets.stream().map(packet -> places[packet]).sorted().toList();
    long sum = 0;
    for (int i = 0; i < packets; i++) {
      sum += bytes[i];
    }
    PictureCopy copy =
        new PictureCopy(
            null, keys, packets, delay, Math.round(sum * 8 / seconds), peak(rate.toDouble()));
    double longest = copy.longestGroup() / rate.toDouble();
    return keys.isEmpty() || keys.get(0) != 0 || longest > LONGEST_GROUP_SECONDS
        ? PictureCopy.refused("its key frames are up to %d s apart".formatted(Math.round(longest)))
        : copy;
  }

  private int[] places(Rational rate) {
    FramePlaces frames = new FramePlaces(stream, start, rate);
    int[] places = new int[packets];
    for (int i = 0; i < packets; i++) {
      places[i] = frames.of(times[i]);
    }
    return places;
  }

  /** How far decoding must run ahead of showing; −1 where a place is empty or taken twice. */
  private static int delay(int[] places) {
    int[] sorted = places.clone();
    Arrays.sort(sorted);
    int delay = 0;
    for (int i = 0; i < places.length; i++) {
      if (sorted[i] != i) {
        return -1;
      }
      delay = Math.max(delay, i - places[i]);
    }
    return delay;
  }

  private long peak(double rate) {
    int window = Math.min(packets, (int) Math.ceil(rate));
    long sum = 0;
    long most = 0;
    for (int i = 0; i < packets; i++) {
      sum += bytes[i];
      if (i >= window) {
        sum -= bytes[i - window];
      }
      most = Math.max(most, sum);
    }
    return Math.round(most * 8 * rate / window);
  }
}

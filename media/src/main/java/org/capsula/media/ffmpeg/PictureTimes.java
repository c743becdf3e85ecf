package org.capsula.media.ffmpeg;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * When a track's pictures are shown. Where not every packet says so (AVI, raw streams), the times
 * of decoding stand for them, whose steps are the same: mixed they would look irregular.
 */
final class PictureTimes {
  private double[] shown = new double[1024];
  private double[] decoded = new double[1024];
  private int countShown;
  private int countDecoded;
  private int packets;

  void add(AVPacket packet, AVRational timeBase) {
    packets++;
    if (!Times.isUnknown(packet.pts())) {
      shown = withRoom(shown, countShown);
      shown[countShown++] = seconds(packet.pts(), timeBase);
    }
    if (!Times.isUnknown(packet.dts())) {
      decoded = withRoom(decoded, countDecoded);
      decoded[countDecoded++] = seconds(packet.dts(), timeBase);
    }
  }

  private static double seconds(long ticks, AVRational timeBase) {
    return (double) ticks * timeBase.num() / timeBase.den();
  }

  private static double[] withRoom(double[] times, int count) {
    return count < times.length ? times : Arrays.copyOf(times, 2 * count);
  }

  int count() {
    return packets;
  }

  /** In seconds of the file's own clock. */
  double[] ascending() {
    boolean byShowing = countShown == packets || countShown >= countDecoded;
    double[] times =
        byShowing ? Arrays.copyOf(shown, countShown) : Arrays.copyOf(decoded, countDecoded);
    Arrays.sort(times);
    return times;
  }
}

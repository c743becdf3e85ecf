package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.Rational;
import org.capsula.media.probe.FrameRateEstimate;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.probe.VideoTrack;

/** From libav*'s description of a picture track to ours. */
final class VideoTracks {
  /** The narrowest and widest in use are 8:9 and 2:1; beyond this the header is wrong. */
  private static final double STRANGEST_PIXEL = 8;

  /** Beyond a panorama of sixteen to one, or below an icon, there is no film to be made. */
  private static final int LONGEST_SHAPE = 16;

  private static final int SMALLEST = 16;

  private VideoTracks() {}

  /**
   * @param pictureTimes when each picture is shown, in seconds, ascending
   * @param end of the last picture, from the footage's start
   */
  static VideoTrack describe(AVStream stream, double[] pictureTimes, Duration end)
      throws UnreadableMediaException {
    AVCodecParameters parameters = stream.codecpar();
    int rotation = rotation(parameters);
    int width = displayWidth(stream);
    int height = parameters.height();
    requireShape(width, height);
    boolean onItsSide = rotation % 180 != 0;
    FrameRateEstimate rate =
        FrameRateEstimate.of(
            pictureTimes,
            Stream.of(stream.avg_frame_rate(), stream.r_frame_rate())
                .filter(declared -> declared.num() > 0 && declared.den() > 0)
                .map(declared -> new Rational(declared.num(), declared.den()))
                .toList());
    return new VideoTrack(
        stream.index(),
        avcodec_get_name(parameters.codec_id()).getString(),
        onItsSide ? height : width,
        onItsSide ? width : height,
        rotation,
        rate.rate(),
        rate.constant(),
        end,
        HdrSigns.of(parameters));
  }

  /** Old cameras store 720x576 pixels that are shown 768 or 1024 wide. */
  private static int displayWidth(AVStream stream) {
    double aspect = pixelAspect(stream);
    int width = stream.codecpar().width();
    return isStrange(aspect) ? width : (int) Math.round(width * aspect);
  }

  /** A pixel's width in heights; 1 where the film does not say. */
  private static double pixelAspect(AVStream stream) {
    AVRational aspect = stream.sample_aspect_ratio();
    if (aspect.num() <= 0 || aspect.den() <= 0) {
      aspect = stream.codecpar().sample_aspect_ratio();
    }
    return aspect.num() <= 0 || aspect.den() <= 0 ? 1 : (double) aspect.num() / aspect.den();
  }

  static boolean isStrange(double pixelAspect) {
    return pixelAspect > STRANGEST_PIXEL || pixelAspect < 1 / STRANGEST_PIXEL;
  }

  private static void requireShape(int width, int height) throws UnreadableMediaException {
    int shorter = Math.min(width, height);
    if (shorter < SMALLEST || Math.max(width, height) > LONGEST_SHAPE * shorter) {
      throw new UnreadableMediaException(
          "picture-shape",
          "its picture is %d by %d pixels, of which no film can be made; export it again in a usual size"
              .formatted(width, height));
    }
  }

  /** Clockwise, in whole quarter turns (ISO/IEC 14496-12, 8.3.2: the track header's matrix). */
  static int rotation(AVCodecParameters parameters) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null || matrix.isNull()) {
      return 0;
    }
    return clockwise(av_display_rotation_get(new IntPointer(matrix.data())));
  }

  static int clockwise(double counterclockwise) {
    return Double.isNaN(counterclockwise)
        ? 0
        : Math.floorMod((int) Math.round(-counterclockwise / 90) * 90, 360);
  }

  static List<Finding> findings(AVStream stream, VideoTrack video) {
    List<Finding> findings = new ArrayList<>();
    double aspect = pixelAspect(stream);
    if (isStrange(aspect)) {
      findings.add(Finding.of(Code.PIXEL_ASPECT_IGNORED).with("aspect", (float) aspect));
    }
    if (!video.constantRate()) {
      findings.add(
          Finding.of(Code.VARIABLE_FRAME_RATE)
              .with("rate", Math.round(video.frameRate().toDouble() * 1000) / 1000.0));
    }
    return findings;
  }
}

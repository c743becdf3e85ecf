package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;
import static org.bytedeco.ffmpeg.global.avutil.av_get_sample_fmt_name;

import java.time.Duration;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.drawing.Capture;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.Trim;

/** The filter graphs of the sound: for measuring it, for encoding it, and for making it up. */
final class AudioGraph {
  static final String SINK = "out";

  /** As the EBU R 128 meter stands in the graph. */
  static final String METER = "ebur128@meter";

  /**
   * The limiter sees samples, not the curve between them: half a decibel below the target leaves
   * room for true peaks.
   */
  private static final double LIMIT = Math.pow(10, (Loudness.MAX_TRUE_PEAK_DBTP - 0.5) / 20);

  private AudioGraph() {}

  /** Measures the programme as a listener of the stereo track hears it. */
  static Graph forMeasuring(AVFrame first, AVRational timeBase, Trim trim) throws LibavException {
    return new Graph(
        "abuffer",
        source(first, timeBase)
            + TrimFilter.sound(trim)
            + stereo()
            + ",ebur128@meter=framelog=quiet"
            + sink());
  }

  /** Levels, limits and measures once more what goes into the encoder. */
  static Graph forEncoding(AVFrame first, AVRational timeBase, Trim trim, double gainDb)
      throws LibavException {
    String level =
        String.format(
            Locale.ROOT,
            ",volume=%.2fdB:precision=float,alimiter=limit=%.4f:level=0:latency=1",
            gainDb,
            LIMIT);
    return new Graph(
        "abuffer",
        source(first, timeBase)
            + TrimFilter.sound(trim)
            + stereo()
            + level
            + ",ebur128@meter=framelog=quiet:peak=true,aformat=sample_fmts=fltp:sample_rates=48000"
            + sink());
  }

  /** Brings voices to the level, the channels and exactly the length of a capture. */
  static Graph forCapture(AVFrame first, AVRational timeBase, Duration length, Capture capture)
      throws LibavException {
    String seconds = Times.seconds(length);
    return new Graph(
        "abuffer",
        source(first, timeBase)
            + ",aresample=48000:async=1:first_pts=0"
            + String.format(Locale.ROOT, ",volume=%.2fdB:precision=float", capture.gainDb())
            + ",apad=whole_dur=%s,atrim=end=%s".formatted(seconds, seconds)
            + ",aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts="
            + (capture.channels() == 1 ? "mono" : "stereo")
            + sink());
  }

  private static String source(AVFrame first, AVRational timeBase) {
    return "abuffer@in=time_base=%d/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s"
        .formatted(
            timeBase.num(),
            timeBase.den(),
            first.sample_rate(),
            av_get_sample_fmt_name(first.format()).getString(),
            layout(first));
  }

  private static String layout(AVFrame frame) {
    AVChannelLayout layout = frame.ch_layout();
    if (layout.order() == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_default(layout, layout.nb_channels());
    }
    try (BytePointer text = new BytePointer(128)) {
      av_channel_layout_describe(layout, text, text.capacity());
      return NativeText.upToNul(text);
    }
  }

  /** 48 kHz stereo from 0 on, gaps in the footage's clock filled with silence. */
  private static String stereo() {
    return ",aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo:sample_rates=48000";
  }

  private static String sink() {
    return ",abuffersink@" + SINK;
  }
}

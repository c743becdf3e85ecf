package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
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

  /** From the frame's own shape to another. */
  static Graph forReshaping(AVFrame frame, AVRational timeBase, SoundShape shape)
      throws LibavException {
    return new Graph(
        "abuffer",
        source(frame, timeBase)
            + ",aformat=sample_fmts=%s:channel_layouts=%s:sample_rates=%d"
                .formatted(shape.format(), shape.layout(), shape.rate())
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
    SoundShape shape = SoundShape.of(first);
    return "abuffer@in=time_base=%d/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s"
        .formatted(timeBase.num(), timeBase.den(), shape.rate(), shape.format(), shape.layout());
  }

  /** 48 kHz stereo from 0 on, gaps in the footage's clock filled with silence. */
  private static String stereo() {
    return ",aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo:sample_rates=48000";
  }

  private static String sink() {
    return ",abuffersink@" + SINK;
  }
}

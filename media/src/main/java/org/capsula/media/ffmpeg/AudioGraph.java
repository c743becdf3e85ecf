package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.drawing.Capture;
import org.capsula.media.sound.Level;
import org.capsula.media.sound.LimiterForecast;
import org.capsula.media.transcode.Trim;

/** The filter graphs of the sound: for measuring it, for encoding it, and for making it up. */
final class AudioGraph {
  static final String SINK = "out";

  /** As the EBU R 128 meter stands in the graph. */
  static final String METER = "ebur128@meter";

  /** Of every sound that is made. */
  static final int CHANNELS = 2;

  private AudioGraph() {}

  /** The programme as a listener of the stereo track hears it, before it is levelled. */
  static Graph forMeasuring(AVFrame first, AVRational timeBase, Trim trim) throws LibavException {
    return new Graph(
        "abuffer", source(first, timeBase) + TrimFilter.sound(trim) + stereo() + sink());
  }

  /** Levels and limits what goes into the encoder. */
  static Graph forEncoding(AVFrame first, AVRational timeBase, Trim trim, Level level)
      throws LibavException {
    return new Graph(
        "abuffer",
        source(first, timeBase)
            + TrimFilter.sound(trim)
            + stereo()
            + String.format(
                Locale.ROOT,
                ",volume=%.3fdB:precision=float"
                    + ",alimiter=limit=%.4f:level=0:latency=1:attack=%d:release=%d",
                level.gainDb(),
                level.limit(),
                LimiterForecast.ATTACK_MS,
                LimiterForecast.RELEASE_MS)
            + ",aformat=sample_fmts=fltp:sample_rates=48000"
            + sink());
  }

  /** Measures what came out of the encoder. */
  static Graph forMetering() throws LibavException {
    return new Graph(
        "abuffer",
        "abuffer@in=time_base=1/48000:sample_rate=48000:sample_fmt=fltp:channel_layout=stereo,"
            + METER
            + "=framelog=quiet:peak=true"
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

  /**
   * 48 kHz stereo from 0 on, gaps in the footage's clock filled with silence. Centre and surround
   * come 3 dB down to both sides, the low-frequency channel not at all (ITU-R BS.775-4, annex 4);
   * whole numbers would have the mix turned down where it could clip, and a film in 5.1 quieter
   * within its own dynamics than the meter says.
   */
  private static String stereo() {
    return ",aresample=48000:async=1:first_pts=0:out_sample_fmt=fltp:internal_sample_fmt=fltp"
        + ":clev=0.7071:slev=0.7071:lfe_mix_level=0"
        + ",aformat=sample_fmts=fltp:channel_layouts=stereo:sample_rates=48000";
  }

  private static String sink() {
    return ",abuffersink@" + SINK;
  }
}

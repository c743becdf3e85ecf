package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.Rational;
import org.capsula.media.ladder.Rung;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.jspecify.annotations.Nullable;

/** One rung into one fragmented MP4. Opened by its first frame, which carries the colours. */
final class RungEncoder {
  /** To the eye what x264's 23 is. */
  private static final String AV1_CRF = "35";

  private final boolean av1;
  private final Rung rung;
  private final Rational frameRate;
  private final SegmentGrid grid;
  private final Preset preset;
  private final Path file;
  private @Nullable Encoder encoder;
  private @Nullable FragmentedMp4 mp4;
  private final AtomicLong packets = new AtomicLong();

  private RungEncoder(
      boolean av1, Rung rung, Rational frameRate, SegmentGrid grid, Preset preset, Path file) {
    this.av1 = av1;
    this.rung = rung;
    this.frameRate = frameRate;
    this.grid = grid;
    this.preset = preset;
    this.file = file;
  }

  static RungEncoder h264(Rung rung, Rational rate, SegmentGrid grid, TranscodeJob job) {
    Path file = job.directory().resolve(TrackFiles.video(rung));
    return new RungEncoder(false, rung, rate, grid, job.preset(), file);
  }

  static RungEncoder av1(Rung rung, Rational rate, SegmentGrid grid, TranscodeJob job) {
    Path file = job.directory().resolve(TrackFiles.av1(rung));
    return new RungEncoder(true, rung, rate, grid, job.preset(), file);
  }

  void accept(AVFrame frame) throws LibavException {
    if (encoder == null) {
      encoder =
          av1
              ? new Encoder("libsvtav1", context -> describe(context, frame), av1Options())
              : new Encoder("libx264", context -> describe(context, frame), x264Options());
      mp4 = new FragmentedMp4(file, encoder.context());
    }
    // The footage's own key frames must not disturb the grid that all rungs share.
    frame.pict_type(grid.forcesKeyFrame(frame.pts()) ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
    encoder.encode(frame, this::write);
  }

  private void describe(AVCodecContext context, AVFrame frame) {
    context.width(frame.width()).height(frame.height()).pix_fmt(frame.format());
    context.time_base(Times.rational(frameRate.inverse()));
    context.framerate(Times.rational(frameRate));
    context.sample_aspect_ratio(frame.sample_aspect_ratio());
    context.color_range(frame.color_range()).colorspace(frame.colorspace());
    context.color_primaries(frame.color_primaries()).color_trc(frame.color_trc());
    context.chroma_sample_location(frame.chroma_location());
    context.gop_size(grid.group()).keyint_min(grid.group());
    context.rc_max_rate(rung.maxBitrate()).rc_buffer_size(2 * rung.maxBitrate());
  }

  /** As many bits as H.264 may take at most; AV1 takes fewer. One thread, as for x264. */
  private Map<String, String> av1Options() {
    return Map.of(
        "preset", Integer.toString(preset.svtAv1()), "crf", AV1_CRF, "svtav1-params", "lp=1:scd=0");
  }

  private Map<String, String> x264Options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("preset", preset.x264());
    options.put("crf", "23");
    options.put("profile", "high");
    options.put("sc_threshold", "0");
    options.put("forced-idr", "1");
    // With frame threads x264's buffer model guesses at frames that are not done yet, and so gives
    // other bytes now and then: each rung has one thread of its own instead, see RungThread.
    options.put("threads", "1");
    return options;
  }

  private void write(AVPacket packet) throws LibavException {
    packets.incrementAndGet();
    boolean startsSegment =
        (packet.flags() & AV_PKT_FLAG_KEY) != 0 && grid.startsSegment(packet.pts());
    opened(mp4).write(packet, startsSegment);
  }

  /** Encodes the frames that are still inside and completes the file. */
  void finish() throws LibavException {
    if (encoder != null) {
      encoder.encode(null, this::write);
      opened(mp4).finish();
    }
  }

  private static FragmentedMp4 opened(@Nullable FragmentedMp4 mp4) {
    if (mp4 == null) {
      throw new IllegalStateException("no frame has come yet");
    }
    return mp4;
  }

  /** Packets so far, for whoever must tell slow work from none. */
  long packets() {
    return packets.get();
  }

  void close() {
    if (encoder != null) {
      encoder.close();
    }
    if (mp4 != null) {
      mp4.close();
    }
  }
}

package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
import org.capsula.media.watch.ClippingWatch;
import org.capsula.media.watch.LevelMeter;
import org.capsula.media.watch.SilenceWatch;
import org.capsula.media.watch.Span;
import org.jspecify.annotations.Nullable;

/** What the sound tells as it was recorded, before any level is changed. */
final class SoundAnalysis {
  /** Blocks of a fiftieth of a second, which is what most codecs give anyway. */
  private static final int BLOCKS_A_SECOND = 50;

  private final TranscodeJob job;
  private final AVRational timeBase;
  private final SilenceWatch silence = new SilenceWatch();
  private final ClippingWatch clipping = new ClippingWatch();
  private final Samples samples = new Samples();
  private @Nullable LevelMeter level;

  /**
   * @param timeBase of the frames, whose times count from the footage's start
   */
  SoundAnalysis(TranscodeJob job, AVRational timeBase) {
    this.job = job;
    this.timeBase = timeBase;
  }

  /** Frames of one shape, in the order of time. */
  void accept(AVFrame frame) {
    int channels = frame.ch_layout().nb_channels();
    level = level == null ? new LevelMeter(channels) : level;
    float[][] planes = samples.of(frame);
    Duration start = Times.duration(frame.pts(), timeBase);
    int rate = frame.sample_rate();
    int block = Math.max(1, rate / BLOCKS_A_SECOND);
    for (int from = 0; from < frame.nb_samples(); from += block) {
      int to = Math.min(frame.nb_samples(), from + block);
      Span span = new Span(start.plus(length(from, rate)), start.plus(length(to, rate)));
      if (isUsed(span)) {
        level.next();
        for (int channel = 0; channel < channels; channel++) {
          level.add(channel, planes[channel], from, to);
        }
        silence.accept(span, level);
        clipping.accept(span, level);
      }
    }
  }

  private static Duration length(int samples, int rate) {
    return Duration.ofNanos(1_000_000_000L * samples / rate);
  }

  private boolean isUsed(Span block) {
    Trim trim = job.trim();
    Duration end = trim.end();
    return block.start().compareTo(trim.start()) >= 0
        && (end == null || block.end().compareTo(end) <= 0);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    // Of a sound that is silent as a whole is said elsewhere.
    if (job.info().loudness() != null) {
      List<Span> silent = TrackEnds.before(silence.spans(), "sound", job.info().findings());
      findings.addAll(Places.listed(Places.of(Code.SILENCE, silent)));
    }
    findings.addAll(Places.listed(Places.of(Code.SOUND_CLIPPED, clipping.spans())));
    return findings;
  }
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSINK_FLAG_NO_REQUEST;
import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_set_frame_size;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get_double;

import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.Pointer;
import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/**
 * A filter graph written as one line of FFmpeg's filter language, its ends included: the source is
 * named {@code …@in}, each sink {@code …@NAME}.
 */
final class Graph implements AutoCloseable {
  private final AVFilterGraph graph = avfilter_graph_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVFilterContext source;

  /**
   * @param sourceFilter {@code buffer} or {@code abuffer}
   */
  Graph(String sourceFilter, String description) throws LibavException {
    try {
      LibavException.check(
          "filter graph " + description,
          avfilter_graph_parse2(
              graph, description, new AVFilterInOut(null), new AVFilterInOut(null)));
      LibavException.check("filter graph " + description, avfilter_graph_config(graph, null));
      source = filter(sourceFilter + "@in");
    } catch (LibavException e) {
      close();
      throw e;
    }
  }

  private AVFilterContext filter(String name) {
    AVFilterContext filter = avfilter_graph_get_filter(graph, name);
    if (filter == null) {
      throw new IllegalArgumentException("the graph has no filter " + name);
    }
    return filter;
  }

  Sink videoSink(String name) {
    return new Sink(filter("buffersink@" + name));
  }

  Sink audioSink(String name) {
    return new Sink(filter("abuffersink@" + name));
  }

  /** What the graph's meter has measured so far. */
  Loudness loudness() {
    var meter = filter(AudioGraph.METER).priv();
    return new Loudness(exported(meter, "integrated"), exported(meter, "true_peak"));
  }

  private static double exported(Pointer filter, String option) {
    double[] value = new double[1];
    av_opt_get_double(filter, option, 0, value);
    return value[0];
  }

  /**
   * Puts a frame in, which stays the caller's, or ends the graph for null. A graph that has cut off
   * what follows takes no more, and says so by ignoring it.
   */
  void push(@Nullable AVFrame input) throws LibavException {
    int result = av_buffersrc_add_frame_flags(source, input, AV_BUFFERSRC_FLAG_KEEP_REF);
    if (result != AVERROR_EOF()) {
      LibavException.check("filter", result);
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avfilter_graph_free(graph);
  }

  /** One end of the graph. */
  final class Sink {
    private final AVFilterContext context;

    private Sink(AVFilterContext context) {
      this.context = context;
    }

    /** Makes every frame but the last hold this many samples, as AAC wants it. */
    void setSamplesPerFrame(int samples) {
      av_buffersink_set_frame_size(context, samples);
    }

    AVRational timeBase() {
      return av_buffersink_get_time_base(context);
    }

    /** Hands over every frame that is to be had. */
    void drain(Decoder.FrameConsumer consumer) throws LibavException {
      boolean more = true;
      while (more) {
        more = take(consumer);
      }
    }

    /** Hands over one frame, for which the filters work; false when there is none to be had. */
    boolean take(Decoder.FrameConsumer consumer) throws LibavException {
      return take(0, consumer);
    }

    /** Hands over one frame that waits here already; no filter works for it. */
    boolean takeWaiting(Decoder.FrameConsumer consumer) throws LibavException {
      return take(AV_BUFFERSINK_FLAG_NO_REQUEST, consumer);
    }

    private boolean take(int flags, Decoder.FrameConsumer consumer) throws LibavException {
      int result = av_buffersink_get_frame_flags(context, frame, flags);
      if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
        return false;
      }
      LibavException.check("filter", result);
      consumer.accept(frame);
      av_frame_unref(frame);
      return true;
    }
  }
}

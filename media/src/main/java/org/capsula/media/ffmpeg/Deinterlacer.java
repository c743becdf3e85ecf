package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_DNXHD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_DVVIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FFV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PRORES;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VC1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WMV3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes one whole picture of the two fields of each interlaced one. Up to the first such picture it
 * hands over what it gets, so that a progressive film never meets a filter; behind it, pictures
 * that are progressive pass as they are.
 */
final class Deinterlacer implements AutoCloseable {
  /** Codecs whose pictures say themselves what they are, so that the container need not count. */
  private static final Set<Integer> SPEAK_FOR_THEMSELVES =
      Set.of(
          AV_CODEC_ID_DNXHD,
          AV_CODEC_ID_DVVIDEO,
          AV_CODEC_ID_FFV1,
          AV_CODEC_ID_H264,
          AV_CODEC_ID_HEVC,
          AV_CODEC_ID_MPEG2VIDEO,
          AV_CODEC_ID_MPEG4,
          AV_CODEC_ID_PRORES,
          AV_CODEC_ID_VC1,
          AV_CODEC_ID_WMV3);

  private final AVStream stream;
  private @Nullable Graph graph;
  private int width;
  private int height;
  private int format;

  Deinterlacer(AVStream stream) {
    this.stream = stream;
  }

  /** Carries over to a picture what its container alone knows of it. */
  static void mark(AVFrame frame, AVCodecParameters declared) {
    if (SPEAK_FOR_THEMSELVES.contains(declared.codec_id())) {
      return;
    }
    // Named by the field that is stored first, then by the one that is shown first.
    int order = declared.field_order();
    if (order == AV_FIELD_TT || order == AV_FIELD_BT) {
      frame.flags(frame.flags() | AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_TOP_FIELD_FIRST);
    } else if (order == AV_FIELD_BB || order == AV_FIELD_TB) {
      frame.flags(frame.flags() | AV_FRAME_FLAG_INTERLACED);
    }
  }

  static boolean isInterlaced(AVFrame frame) {
    return (frame.flags() & AV_FRAME_FLAG_INTERLACED) != 0;
  }

  void accept(AVFrame frame, Decoder.FrameConsumer consumer) throws LibavException {
    mark(frame, stream.codecpar());
    if (graph == null && !isInterlaced(frame)) {
      consumer.accept(frame);
      return;
    }
    if (graph != null && !fits(frame)) {
      finish(consumer);
      graph.close();
      graph = null;
    }
    if (graph == null) {
      graph = graphFor(frame);
    }
    graph.push(frame);
    graph.videoSink("out").drain(consumer);
  }

  /** The filter reads pictures of one shape. */
  private boolean fits(AVFrame frame) {
    return frame.width() == width && frame.height() == height && frame.format() == format;
  }

  private Graph graphFor(AVFrame frame) throws LibavException {
    width = frame.width();
    height = frame.height();
    format = frame.format();
    // It counts in halves of the time base, and not every format is its own.
    return new Graph(
        "buffer",
        VideoGraph.source(frame, stream.time_base())
            + ",bwdif=mode=send_frame:deint=interlaced,format=%d,settb=%d/%d,buffersink@out"
                .formatted(format, stream.time_base().num(), stream.time_base().den()));
  }

  /** Hands over what is still inside. */
  void finish(Decoder.FrameConsumer consumer) throws LibavException {
    if (graph != null) {
      graph.push(null);
      graph.videoSink("out").drain(consumer);
    }
  }

  /** Whether there was anything to do. */
  boolean used() {
    return graph != null;
  }

  @Override
  public void close() {
    if (graph != null) {
      graph.close();
    }
  }
}

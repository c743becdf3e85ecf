package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CAP_VARIABLE_FRAME_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_DCT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_ch_layout;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_format;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame_rate;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_sample_rate;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_set_frame_size;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_parse_string;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** One track of generated footage: a source, an encoder. */
final class GeneratedTrack implements AutoCloseable {
  private final AVFilterGraph graph = avfilter_graph_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();
  private final AVCodecContext context;
  private final AVFilterContext sink;
  private final boolean picture;
  private boolean more;

  GeneratedTrack(String source, String encoder, boolean globalHeader) throws LibavException {
    int space = encoder.indexOf(' ');
    AVCodec codec = avcodec_find_encoder_by_name(space < 0 ? encoder : encoder.substring(0, space));
    if (codec == null || codec.isNull()) {
      throw new AssertionError("there is no encoder " + encoder);
    }
    picture = codec.type() == AVMEDIA_TYPE_VIDEO;
    sink = sinkOf(source);
    context = avcodec_alloc_context3(codec);
    context.strict_std_compliance(-2);
    context.time_base(av_buffersink_get_time_base(sink));
    context.flags(globalHeader ? AV_CODEC_FLAG_GLOBAL_HEADER : 0);
    AVDictionary options = new AVDictionary(null);
    av_dict_parse_string(options, space < 0 ? "" : encoder.substring(space + 1), "=", ":", 0);
    if (picture) {
      more = next();
      describePicture();
      LibavException.check("open " + encoder, avcodec_open2(context, codec, options));
    } else {
      describeSound();
      LibavException.check("open " + encoder, avcodec_open2(context, codec, options));
      if ((codec.capabilities() & AV_CODEC_CAP_VARIABLE_FRAME_SIZE) == 0) {
        av_buffersink_set_frame_size(sink, context.frame_size());
      }
      more = next();
    }
    av_dict_free(options);
  }

  private AVFilterContext sinkOf(String source) throws LibavException {
    String kind = picture ? "buffersink" : "abuffersink";
    LibavException.check(
        source,
        avfilter_graph_parse2(
            graph, source + "," + kind + "@out", new AVFilterInOut(null), new AVFilterInOut(null)));
    LibavException.check(source, avfilter_graph_config(graph, null));
    return avfilter_graph_get_filter(graph, kind + "@out");
  }

  private void describePicture() {
    context.width(frame.width()).height(frame.height()).pix_fmt(frame.format());
    context.sample_aspect_ratio(frame.sample_aspect_ratio());
    context.framerate(av_buffersink_get_frame_rate(sink));
    context.colorspace(frame.colorspace()).color_range(frame.color_range());
    context.color_primaries(frame.color_primaries()).color_trc(frame.color_trc());
    if (Deinterlacer.isInterlaced(frame)) {
      context.flags(context.flags() | AV_CODEC_FLAG_INTERLACED_DCT);
      boolean topFirst = (frame.flags() & AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
      context.field_order(topFirst ? AV_FIELD_TT : AV_FIELD_BB);
    } else {
      context.field_order(AV_FIELD_PROGRESSIVE);
    }
  }

  private void describeSound() {
    context.sample_rate(av_buffersink_get_sample_rate(sink));
    context.sample_fmt(av_buffersink_get_format(sink));
    AVChannelLayout layout = new AVChannelLayout();
    av_buffersink_get_ch_layout(sink, layout);
    context.ch_layout(layout);
    context.bit_rate(128_000);
  }

  void describe(AVStream stream) throws LibavException {
    LibavException.check("parameters", avcodec_parameters_from_context(stream.codecpar(), context));
    stream.time_base(context.time_base());
    stream.sample_aspect_ratio(context.sample_aspect_ratio());
    stream.avg_frame_rate(context.framerate());
  }

  private boolean next() {
    av_frame_unref(frame);
    return av_buffersink_get_frame(sink, frame) >= 0;
  }

  void write(AVFormatContext container, int index) throws LibavException {
    for (; more; more = next()) {
      frame.pict_type(AV_PICTURE_TYPE_NONE);
      encode(frame, container, index);
    }
    encode(null, container, index);
  }

  private void encode(@Nullable AVFrame input, AVFormatContext container, int index)
      throws LibavException {
    LibavException.check("encode", avcodec_send_frame(context, input));
    while (avcodec_receive_packet(context, packet) >= 0) {
      av_packet_rescale_ts(packet, context.time_base(), container.streams(index).time_base());
      packet.stream_index(index);
      LibavException.check("write", av_interleaved_write_frame(container, packet));
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
    avfilter_graph_free(graph);
  }
}

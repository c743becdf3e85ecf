package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** One opened encoder: frames in, packets out. */
final class Encoder implements AutoCloseable {
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();

  /**
   * @param name FFmpeg's name of the encoder
   * @param settings fills in what the frames are like
   * @param options FFmpeg's options by name
   */
  Encoder(String name, Settings settings, Map<String, String> options) throws LibavException {
    AVCodec codec = avcodec_find_encoder_by_name(name);
    context = avcodec_alloc_context3(codec);
    settings.apply(context);
    context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    AVDictionary dictionary = new AVDictionary(null);
    options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
    int opened = avcodec_open2(context, codec, dictionary);
    av_dict_free(dictionary);
    if (opened < 0) {
      close();
      throw new LibavException("open " + name, opened);
    }
  }

  AVCodecContext context() {
    return context;
  }

  /** Encodes a frame, or what is still inside for null, and hands every packet over. */
  void encode(@Nullable AVFrame frame, PacketConsumer consumer) throws LibavException {
    LibavException.check("encode", avcodec_send_frame(context, frame));
    while (true) {
      int result = avcodec_receive_packet(context, packet);
      if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
        return;
      }
      LibavException.check("encode", result);
      consumer.accept(packet);
      av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(context);
  }

  /** Fills in a context before it is opened. */
  interface Settings {
    void apply(AVCodecContext context);
  }

  /** Takes a packet; it is valid until the call returns. */
  interface PacketConsumer {
    void accept(AVPacket packet) throws LibavException;
  }
}

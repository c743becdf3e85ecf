package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** One opened decoder: packets in, frames out; damage is counted with its time, never thrown. */
final class Decoder implements AutoCloseable {
  private static final int MOST_FAILURES_A_PACKET = 100;

  private final AVStream stream;
  private final AVCodecContext context;
  private final AVFrame frame = av_frame_alloc();
  private final DecoderCount count;
  private final Duration start;
  private final DecodeErrors errors = new DecodeErrors();
  private boolean returnedFrames;

  /**
   * @param start the file's own time that counts as 0; frames come out with {@code pts} from it, in
   *     the stream's time base
   */
  Decoder(AVStream stream, Duration start, DecoderCount count) throws LibavException {
    this.stream = stream;
    this.start = start;
    this.count = count;
    AVCodec codec = codecOf(stream);
    if (codec == null) {
      throw new LibavException("find decoder", AVERROR_DECODER_NOT_FOUND());
    }
    context = avcodec_alloc_context3(codec);
    try {
      LibavException.check(
          "decoder parameters", avcodec_parameters_to_context(context, stream.codecpar()));
      context.pkt_timebase(stream.time_base());
      AVDictionary options = new AVDictionary(null);
      av_dict_set(options, "threads", "auto", 0);
      av_dict_set(options, "max_pixels", Limits.MAX_PIXELS, 0);
      int opened = avcodec_open2(context, codec, options);
      av_dict_free(options);
      LibavException.check("open decoder", opened);
    } catch (LibavException e) {
      close();
      throw e;
    }
  }

  /** FFmpeg's own decoders of VP8 and VP9 pass over the alpha plane that WebM keeps beside them. */
  private static @Nullable AVCodec codecOf(AVStream stream) {
    int id = stream.codecpar().codec_id();
    if ("1".equals(AudioTracks.tag(stream.metadata(), "alpha_mode"))) {
      if (id == AV_CODEC_ID_VP8) {
        return avcodec_find_decoder_by_name("libvpx");
      }
      if (id == AV_CODEC_ID_VP9) {
        return avcodec_find_decoder_by_name("libvpx-vp9");
      }
    }
    return avcodec_find_decoder(id);
  }

  /** Decodes a packet, or what is still inside for null, and hands every frame over. */
  void decode(@Nullable AVPacket packet, FrameConsumer consumer) throws LibavException {
    int sent = avcodec_send_packet(context, packet);
    if (sent < 0 && sent != AVERROR_EOF() && packet != null) {
      errors.at(timeOf(packet.pts()));
    }
    // A decoder that returns nothing but errors must not keep us here.
    for (int failures = 0; failures < MOST_FAILURES_A_PACKET; ) {
      int received = avcodec_receive_frame(context, frame);
      if (received == AVERROR_EAGAIN() || received == AVERROR_EOF()) {
        return;
      }
      if (received < 0) {
        errors.at(packet == null ? null : timeOf(packet.pts()));
        failures++;
      } else {
        handOver(consumer);
      }
    }
  }

  private void handOver(FrameConsumer consumer) throws LibavException {
    if (!returnedFrames) {
      returnedFrames = true;
      if (context.codec_type() == AVMEDIA_TYPE_VIDEO) {
        count.videoDecoderReturnedItsFirstFrame();
      }
    }
    long pts = frame.best_effort_timestamp();
    if (frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
      errors.at(timeOf(pts));
    }
    if (!Times.isUnknown(pts)) {
      frame.pts(pts - Times.ticks(start, stream.time_base()));
      consumer.accept(frame);
    }
    av_frame_unref(frame);
  }

  private @Nullable Duration timeOf(long ticks) {
    return Times.isUnknown(ticks) ? null : Times.duration(ticks, stream.time_base()).minus(start);
  }

  AVStream stream() {
    return stream;
  }

  DecodeErrors errors() {
    return errors;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(context);
  }

  /** Takes a frame; it is valid until the call returns. */
  interface FrameConsumer {
    void accept(AVFrame frame) throws LibavException;
  }
}

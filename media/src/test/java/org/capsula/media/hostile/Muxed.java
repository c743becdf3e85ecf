package org.capsula.media.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Puts bytes that no encoder would make into a well-formed container. */
final class Muxed {
  private Muxed() {}

  /**
   * @param format FFmpeg's name of the container
   * @param codec FFmpeg's number
   * @param milliseconds when each packet is shown; all hold the same bytes
   */
  static Path write(Path file, String format, int codec, byte[] packet, long... milliseconds) {
    AVFormatContext context = new AVFormatContext(null);
    check(avformat_alloc_output_context2(context, null, format, file.toString()));
    AVStream stream = avformat_new_stream(context, null);
    stream.codecpar().codec_type(AVMEDIA_TYPE_VIDEO).codec_id(codec).width(320).height(180);
    stream.time_base(milliseconds());
    AVIOContext io = new AVIOContext(null);
    check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
    context.pb(io);
    check(avformat_write_header(context, (AVDictionary) null));
    for (long time : milliseconds) {
      write(context, stream, packet, time);
    }
    check(av_write_trailer(context));
    avio_closep(io);
    avformat_free_context(context);
    return file;
  }

  private static void write(AVFormatContext context, AVStream stream, byte[] bytes, long time) {
    AVPacket packet = av_packet_alloc();
    check(av_new_packet(packet, bytes.length));
    packet.data().put(bytes, 0, bytes.length);
    packet.pts(time).dts(time).duration(40).flags(AV_PKT_FLAG_KEY);
    av_packet_rescale_ts(packet, milliseconds(), stream.time_base());
    check(av_write_frame(context, packet));
    av_packet_free(packet);
  }

  private static AVRational milliseconds() {
    return new AVRational().num(1).den(1000);
  }

  private static void check(int result) {
    assertThat(result).isNotNegative();
  }
}

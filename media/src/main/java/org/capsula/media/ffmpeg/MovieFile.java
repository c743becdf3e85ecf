package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.IntPointer;

/** A plain MOV or MP4, as a camera writes it: samples first, the index at the end. */
final class MovieFile implements AutoCloseable {
  /** Nine numbers of 32 bits (ISO/IEC 14496-12, 8.3.2). */
  private static final int MATRIX_BYTES = 36;

  private final AVFormatContext context = new AVFormatContext(null);
  private final Path file;

  /**
   * @param file its last extension names the container
   */
  MovieFile(Path file) throws LibavException {
    this.file = file;
    LibavException.check(
        "open muxer", avformat_alloc_output_context2(context, null, null, file.toString()));
    context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    // All sound may come before all pictures: the muxer waits for both and puts them in order.
    context.max_interleave_delta(0);
  }

  /** Adds a track and returns its number. */
  int add(Encoder encoder) throws LibavException {
    AVStream stream = avformat_new_stream(context, null);
    LibavException.check(
        "track parameters", avcodec_parameters_from_context(stream.codecpar(), encoder.context()));
    stream.time_base(encoder.context().time_base());
    stream.avg_frame_rate(encoder.context().framerate());
    return stream.index();
  }

  /**
   * Says how a player must turn a track's picture.
   *
   * @param clockwise in degrees
   */
  void turn(int track, int clockwise) {
    AVCodecParameters parameters = context.streams(track).codecpar();
    AVPacketSideData all = new AVPacketSideData(null);
    try (IntPointer count = new IntPointer(1)) {
      count.put(0, 0);
      AVPacketSideData matrix =
          av_packet_side_data_new(all, count, AV_PKT_DATA_DISPLAYMATRIX, MATRIX_BYTES, 0);
      av_display_rotation_set(new IntPointer(matrix.data()), clockwise);
      parameters.coded_side_data(all).nb_coded_side_data(count.get());
    }
  }

  /** After the last {@link #add}, before the first {@link #write}. */
  void begin() throws LibavException {
    AVIOContext io = new AVIOContext(null);
    LibavException.check("create " + file, avio_open(io, "file:" + file, AVIO_FLAG_WRITE));
    context.pb(io);
    LibavException.check("write header", avformat_write_header(context, new AVDictionary(null)));
  }

  /**
   * @param packet as the encoder gave it, which has the time base of {@code encoder}
   */
  void write(AVPacket packet, int track, Encoder encoder) throws LibavException {
    av_packet_rescale_ts(packet, encoder.context().time_base(), context.streams(track).time_base());
    packet.stream_index(track);
    LibavException.check("write " + file, av_interleaved_write_frame(context, packet));
  }

  void finish() throws LibavException {
    LibavException.check("write end of " + file, av_write_trailer(context));
    int closed = avio_closep(context.pb());
    context.pb(null);
    LibavException.check("write end of " + file, closed);
  }

  @Override
  public void close() {
    if (!context.isNull() && context.pb() != null) {
      avio_closep(context.pb());
      context.pb(null);
    }
    avformat_free_context(context);
  }
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * One encoded track as one CMAF file (ISO/IEC 23000-19), one fragment a segment.
 *
 * <p>{@code delay_moov} waits for the first packets, so that the edit list can take back the
 * encoder's delay: without it a video-only file starts late by its B-frames (83 ms at 24 frames/s).
 */
final class FragmentedMp4 implements AutoCloseable {
  private final AVFormatContext context = new AVFormatContext(null);
  private final AVStream stream;
  private final AVRational timeBase;
  private long packets;
  private boolean movieHeaderWritten;

  /** Of what an encoder makes. */
  FragmentedMp4(Path file, AVCodecContext encoder) throws LibavException {
    this(
        file,
        encoder.time_base(),
        parameters -> avcodec_parameters_from_context(parameters, encoder));
  }

  /**
   * Of a track that is copied.
   *
   * @param timeBase of its packets
   */
  FragmentedMp4(Path file, AVCodecParameters track, AVRational timeBase) throws LibavException {
    this(
        file,
        timeBase,
        parameters -> {
          int copied = avcodec_parameters_copy(parameters, track);
          // The tag of the footage's container may not fit; 0 lets the muxer choose.
          parameters.codec_tag(0);
          return copied;
        });
  }

  private FragmentedMp4(
      Path file, AVRational timeBase, ToIntFunction<AVCodecParameters> description)
      throws LibavException {
    this.timeBase = timeBase;
    try {
      LibavException.check(
          "open mp4 muxer", avformat_alloc_output_context2(context, null, "mp4", file.toString()));
      // Without dates and version strings: the same input gives the same bytes.
      context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
      stream = avformat_new_stream(context, null);
      LibavException.check("track parameters", description.applyAsInt(stream.codecpar()));
      stream.time_base(timeBase);
      AVIOContext io = new AVIOContext(null);
      LibavException.check("create " + file, avio_open(io, "file:" + file, AVIO_FLAG_WRITE));
      context.pb(io);
      writeHeader();
    } catch (LibavException e) {
      close();
      throw e;
    }
  }

  private void writeHeader() throws LibavException {
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "movflags", "+delay_moov+frag_custom+default_base_moof+skip_trailer", 0);
    int result = avformat_write_header(context, options);
    av_dict_free(options);
    LibavException.check("write mp4 header", result);
  }

  /**
   * @param packet in the time base of the track that came in
   * @param startsSegment whether a new fragment begins with it
   */
  void write(AVPacket packet, boolean startsSegment) throws LibavException {
    if (startsSegment && packets > 0) {
      endFragment();
    }
    packets++;
    av_packet_rescale_ts(packet, timeBase, stream.time_base());
    packet.stream_index(0);
    LibavException.check("write mp4", av_write_frame(context, packet));
  }

  /** With {@code delay_moov} the first flush writes the movie header alone. */
  private void endFragment() throws LibavException {
    LibavException.check("write mp4 fragment", av_write_frame(context, null));
    if (!movieHeaderWritten) {
      movieHeaderWritten = true;
      LibavException.check("write mp4 fragment", av_write_frame(context, null));
    }
    // What is finished can be watched while the rest is being made.
    avio_flush(context.pb());
  }

  void finish() throws LibavException {
    LibavException.check("write mp4 end", av_write_trailer(context));
    AVIOContext io = context.pb();
    // Closing flushes: a full disk may show only now.
    int closed = avio_closep(io);
    context.pb(null);
    LibavException.check("write mp4 end", closed);
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

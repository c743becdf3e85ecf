package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** An opened container: the one place where a file is opened for reading. */
final class Source implements AutoCloseable {
  static {
    av_log_set_level(AV_LOG_ERROR);
    av_max_alloc(Limits.LARGEST_ALLOCATION);
  }

  private final AVFormatContext context;

  private Source(AVFormatContext context) {
    this.context = context;
  }

  static Source open(Path file) throws LibavException {
    return open(file, Limits.FORMATS);
  }

  /** A still picture: none of the formats of {@link #open(Path)} is read. */
  static Source openPicture(Path file) throws LibavException {
    return open(file, Limits.PICTURES);
  }

  private static Source open(Path file, String formats) throws LibavException {
    AVFormatContext context = new AVFormatContext(null);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", formats, 0);
    av_dict_set(options, "protocol_whitelist", Limits.PROTOCOLS, 0);
    av_dict_set(options, "max_streams", Limits.MAX_STREAMS, 0);
    // "file:" keeps a name with a colon from being read as a protocol.
    int opened = avformat_open_input(context, "file:" + file.toAbsolutePath(), null, options);
    av_dict_free(options);
    LibavException.check("open", opened);
    Source source = new Source(context);
    try {
      source.findStreams();
    } catch (LibavException e) {
      source.close();
      throw e;
    }
    return source;
  }

  /** The probing decoders inside libavformat take their options here, one dictionary a stream. */
  private void findStreams() throws LibavException {
    int count = context.nb_streams();
    try (PointerPointer<AVDictionary> perStream = new PointerPointer<>(Math.max(1, count))) {
      for (int i = 0; i < count; i++) {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "max_pixels", Limits.MAX_PIXELS, 0);
        perStream.put(i, options);
      }
      int found = avformat_find_stream_info(context, perStream);
      for (int i = 0; i < count; i++) {
        av_dict_free(new AVDictionary(perStream.get(i)));
      }
      LibavException.check("find streams", found);
    }
  }

  AVFormatContext context() {
    return context;
  }

  AVStream stream(int index) {
    return context.streams(index);
  }

  /** The first of the names that the container goes by, e.g. {@code mov} or {@code matroska}. */
  String container() {
    String names = context.iformat().name().getString();
    int comma = names.indexOf(',');
    return comma < 0 ? names : names.substring(0, comma);
  }

  /** Reads the next packet; false at the end, also where damage ends the file early. */
  boolean read(AVPacket packet) {
    return av_read_frame(context, packet) >= 0;
  }

  /** Moves to the key frame at or before a time of the file's own clock. */
  void seekBefore(Duration time) throws LibavException {
    LibavException.check(
        "seek", av_seek_frame(context, -1, Times.micros(time), AVSEEK_FLAG_BACKWARD));
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }
}

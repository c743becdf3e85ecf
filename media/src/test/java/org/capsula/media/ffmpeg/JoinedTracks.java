package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/** Footage with several tracks, joined for a test from files of one track each. */
public final class JoinedTracks {
  private final List<Track> tracks = new ArrayList<>();

  private record Track(
      Path file, @Nullable String language, @Nullable String title, int disposition) {}

  public JoinedTracks with(Path file) {
    return with(file, null, null, 0);
  }

  /**
   * @param language as it is written into the container; null for none
   * @param disposition FFmpeg's flags
   */
  public JoinedTracks with(
      Path file, @Nullable String language, @Nullable String title, int disposition) {
    tracks.add(new Track(file, language, title, disposition));
    return this;
  }

  /**
   * @param file its extension names the container
   */
  public Path to(Path file) throws LibavException {
    AVFormatContext output = new AVFormatContext(null);
    avformat_alloc_output_context2(output, null, null, file.toString());
    output.max_interleave_delta(0);
    List<Source> sources = new ArrayList<>();
    for (Track track : tracks) {
      Source source = Source.open(track.file());
      sources.add(source);
      AVStream stream = avformat_new_stream(output, null);
      avcodec_parameters_copy(stream.codecpar(), source.stream(0).codecpar());
      stream.codecpar().codec_tag(0);
      stream.time_base(source.stream(0).time_base());
      stream.disposition(track.disposition());
      AVDictionary words = new AVDictionary(null);
      av_dict_set(words, "language", track.language(), 0);
      av_dict_set(words, "title", track.title(), 0);
      stream.metadata(words);
    }
    AVIOContext io = new AVIOContext(null);
    LibavException.check("create " + file, avio_open(io, "file:" + file, AVIO_FLAG_WRITE));
    output.pb(io);
    LibavException.check("header", avformat_write_header(output, new AVDictionary(null)));
    AVPacket packet = av_packet_alloc();
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      while (source.read(packet)) {
        packet.stream_index(i);
        packet.pos(-1);
        av_packet_rescale_ts(packet, source.stream(0).time_base(), output.streams(i).time_base());
        LibavException.check("write", av_interleaved_write_frame(output, packet));
      }
      source.close();
    }
    av_packet_free(packet);
    LibavException.check("end", av_write_trailer(output));
    avio_closep(output.pb());
    output.pb(null);
    avformat_free_context(output);
    return file;
  }
}

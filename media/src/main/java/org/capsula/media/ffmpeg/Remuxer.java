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
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TextTrack;

/** Joins encoded tracks and timed text into one MP4 whose index stands in front. */
public final class Remuxer implements AutoCloseable {
  private final AVFormatContext output = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final List<CopiedTrack> copies = new ArrayList<>();
  private final List<TimedTextTrack> texts = new ArrayList<>();

  private final Headway headway;

  private Remuxer(Headway headway) {
    this.headway = headway;
  }

  public static void run(RemuxJob job, Headway headway) throws LibavException {
    try (Remuxer remuxer = new Remuxer(headway)) {
      remuxer.open(job);
      remuxer.copy();
    }
  }

  private void open(RemuxJob job) throws LibavException {
    LibavException.check(
        "open mp4 muxer",
        avformat_alloc_output_context2(output, null, "mp4", job.target().toString()));
    output.flags(output.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    if (job.video() != null) {
      addCopy(job.video());
    }
    if (job.audio() != null) {
      addCopy(job.audio());
    }
    for (TextTrack text : job.texts()) {
      texts.add(new TimedTextTrack(text, avformat_new_stream(output, null)));
    }
    AVIOContext io = new AVIOContext(null);
    LibavException.check(
        "create " + job.target(), avio_open(io, "file:" + job.target(), AVIO_FLAG_WRITE));
    output.pb(io);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "movflags", "+faststart", 0);
    int written = avformat_write_header(output, options);
    av_dict_free(options);
    LibavException.check("write mp4 header", written);
  }

  private void addCopy(Path file) throws LibavException {
    Source source = Source.open(file);
    AVStream stream = avformat_new_stream(output, null);
    copies.add(new CopiedTrack(source, stream));
    LibavException.check(
        "copy track", avcodec_parameters_copy(stream.codecpar(), source.stream(0).codecpar()));
    // The tag of the source's container may not fit; 0 lets the muxer choose.
    stream.codecpar().codec_tag(0);
    stream.time_base(source.stream(0).time_base());
  }

  /** The muxer itself puts the tracks' packets in order of time. */
  private void copy() throws LibavException {
    for (TimedTextTrack text : texts) {
      text.writeAll(this::write);
    }
    List<CopiedTrack> open = new ArrayList<>(copies);
    while (!open.isEmpty()) {
      for (CopiedTrack track : List.copyOf(open)) {
        if (track.source.read(packet)) {
          packet.stream_index(track.target.index());
          packet.pos(-1);
          write(packet, track.source.stream(0).time_base(), track.target);
          headway.goesOn();
        } else {
          open.remove(track);
        }
      }
    }
    LibavException.check("write mp4 end", av_write_trailer(output));
    int closed = avio_closep(output.pb());
    output.pb(null);
    LibavException.check("write mp4 end", closed);
  }

  private void write(AVPacket written, AVRational timeBase, AVStream target) throws LibavException {
    av_packet_rescale_ts(written, timeBase, target.time_base());
    LibavException.check("write mp4", av_interleaved_write_frame(output, written));
  }

  @Override
  public void close() {
    copies.forEach(copy -> copy.source.close());
    av_packet_free(packet);
    if (!output.isNull() && output.pb() != null) {
      avio_closep(output.pb());
      output.pb(null);
    }
    avformat_free_context(output);
  }

  private record CopiedTrack(Source source, AVStream target) {}
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Footage of any kind, made of FFmpeg's own test sources: what no camera at hand gives. */
public final class GeneratedFootage {
  static {
    av_log_set_level(AV_LOG_ERROR);
  }

  private final List<Plan> plans = new ArrayList<>();
  private int rotation;

  /**
   * @param source a chain of filters that begins with a source
   * @param encoder FFmpeg's name of it, and behind a space its options, as in {@code libx264
   *     qp=0:preset=ultrafast}
   * @param disposition FFmpeg's bits
   */
  private record Plan(String source, String encoder, int disposition) {}

  public GeneratedFootage track(String source, String encoder) {
    return track(source, encoder, 0);
  }

  public GeneratedFootage track(String source, String encoder, int disposition) {
    plans.add(new Plan(source, encoder, disposition));
    return this;
  }

  /** How far a player is told to turn the first track clockwise. */
  public GeneratedFootage turned(int degrees) {
    rotation = degrees;
    return this;
  }

  /**
   * @param file whose name says the container
   */
  public Path to(Path file) throws LibavException {
    AVFormatContext context = new AVFormatContext(null);
    LibavException.check(
        "container", avformat_alloc_output_context2(context, null, null, file.toString()));
    List<GeneratedTrack> tracks = new ArrayList<>();
    try {
      boolean globalHeader = (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
      for (Plan plan : plans) {
        GeneratedTrack track = new GeneratedTrack(plan.source(), plan.encoder(), globalHeader);
        tracks.add(track);
        AVStream stream = avformat_new_stream(context, null);
        track.describe(stream);
        stream.disposition(plan.disposition());
      }
      turn(context.streams(0));
      write(context, tracks, file);
    } finally {
      tracks.forEach(GeneratedTrack::close);
      avformat_free_context(context);
    }
    return file;
  }

  private void turn(AVStream stream) {
    if (rotation != 0) {
      PointerPointer<AVPacketSideData> list = new PointerPointer<>(1);
      list.put(0, stream.codecpar().coded_side_data());
      IntPointer count = new IntPointer(1).put(0, stream.codecpar().nb_coded_side_data());
      AVPacketSideData matrix =
          av_packet_side_data_new(list, count, AV_PKT_DATA_DISPLAYMATRIX, 9L * Integer.BYTES, 0);
      av_display_rotation_set(new IntPointer(matrix.data()), rotation);
      stream.codecpar().coded_side_data(list.get(AVPacketSideData.class, 0));
      stream.codecpar().nb_coded_side_data(count.get(0));
    }
  }

  private static void write(AVFormatContext context, List<GeneratedTrack> tracks, Path file)
      throws LibavException {
    AVIOContext out = new AVIOContext(null);
    LibavException.check("open", avio_open(out, file.toString(), AVIO_FLAG_WRITE));
    context.pb(out);
    context.strict_std_compliance(-2);
    LibavException.check("header", avformat_write_header(context, (AVDictionary) null));
    for (int i = 0; i < tracks.size(); i++) {
      tracks.get(i).write(context, i);
    }
    LibavException.check("trailer", av_write_trailer(context));
    avio_closep(out);
  }
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.capsula.media.still.StillJob;
import org.capsula.media.still.StillSize;

/** One decoded frame, made upright, of square pixels and no larger than asked, as JPEG. */
final class StillPicture {
  private StillPicture() {}

  static StillSize write(AVFrame frame, AVStream stream, StillJob job) throws LibavException {
    StillSize[] size = new StillSize[1];
    try (Graph graph = new Graph("buffer", description(frame, stream, job))) {
      graph.push(frame);
      graph.push(null);
      graph
          .videoSink("out")
          .drain(
              jpeg -> {
                size[0] = new StillSize(jpeg.width(), jpeg.height());
                JpegFile.write(jpeg, job.target());
              });
    }
    return size[0];
  }

  private static String description(AVFrame frame, AVStream stream, StillJob job) {
    AVRational aspect = frame.sample_aspect_ratio();
    boolean known = aspect.num() > 0 && aspect.den() > 0;
    double pixel = known ? (double) aspect.num() / aspect.den() : 1;
    double pixelAspect = VideoTracks.isStrange(pixel) ? 1 : pixel;
    long width = Math.round(frame.width() * pixelAspect);
    double scale = Math.min(1, (double) job.longestSide() / Math.max(width, frame.height()));
    return "buffer@in=video_size=%dx%d:pix_fmt=%d:time_base=1/1000:pixel_aspect=1/1:colorspace=%d:range=%d,scale=%d:%d:flags=area:out_range=pc:out_color_matrix=bt601,format=yuvj420p%s,setsar=1,buffersink@out"
        .formatted(
            frame.width(),
            frame.height(),
            frame.format(),
            frame.colorspace(),
            frame.color_range(),
            even(width * scale),
            even(frame.height() * scale),
            VideoGraph.turn(rotation(frame, stream)));
  }

  private static long even(double pixels) {
    return Math.max(2, 2 * Math.round(pixels / 2));
  }

  /** A film says it for all its frames, a picture (by Exif) for itself. */
  private static int rotation(AVFrame frame, AVStream stream) {
    AVFrameSideData matrix = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (matrix == null || matrix.isNull()) {
      return VideoTracks.rotation(stream.codecpar());
    }
    return VideoTracks.clockwise(av_display_rotation_get(new IntPointer(matrix.data())));
  }
}

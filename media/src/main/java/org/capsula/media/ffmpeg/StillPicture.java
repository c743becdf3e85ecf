package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.capsula.media.Rational;
import org.capsula.media.still.StillJob;
import org.capsula.media.still.StillSize;

/** One decoded frame, made upright, of square pixels and no larger than asked, as JPEG. */
final class StillPicture {
  private static final AVRational MILLISECOND = Times.rational(new Rational(1, 1000));

  private StillPicture() {}

  static StillSize write(AVFrame frame, AVStream stream, StillJob job) throws LibavException {
    StillSize[] size = new StillSize[1];
    FrameColours colours = FrameColours.of(frame, stream.codecpar());
    colours.tag(frame);
    Deinterlacer.mark(frame, stream.codecpar());
    try (ToneMapFilter toneMap = ToneMapFilter.of(colours);
        Graph graph = new Graph("buffer", description(frame, stream, job, colours, toneMap))) {
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

  private static String description(
      AVFrame frame, AVStream stream, StillJob job, FrameColours colours, ToneMapFilter toneMap) {
    AVRational aspect = frame.sample_aspect_ratio();
    boolean known = aspect.num() > 0 && aspect.den() > 0;
    double pixel = known ? (double) aspect.num() / aspect.den() : 1;
    double pixelAspect = VideoTracks.isStrange(pixel) ? 1 : pixel;
    long width = Math.round(frame.width() * pixelAspect);
    double scale = Math.min(1, (double) job.longestSide() / Math.max(width, frame.height()));
    long shownWidth = even(width * scale);
    long shownHeight = even(frame.height() * scale);
    return VideoGraph.source(frame, MILLISECOND)
        // Alone among pictures, it has no neighbours to take the other field's lines from.
        + (Deinterlacer.isInterlaced(frame) ? ",estdif=mode=frame" : "")
        + colours.opaque()
        + toneMap.filters(shownWidth, shownHeight, "area")
        + ",scale=%d:%d:flags=area:out_range=pc:out_color_matrix=bt601,format=yuvj420p%s,setsar=1,buffersink@out"
            .formatted(shownWidth, shownHeight, VideoGraph.turn(rotation(frame, stream)));
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

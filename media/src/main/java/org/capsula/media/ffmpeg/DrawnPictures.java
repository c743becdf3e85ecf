package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.Rational;
import org.capsula.media.drawing.DrawJob;
import org.capsula.media.drawing.DrawnFilm;
import org.capsula.media.drawing.DrawnFilm.Reel;

/** Draws a film's frames one by one and encodes them as H.264. */
final class DrawnPictures implements AutoCloseable {
  private final Rational frameRate;
  private final Reel reel;
  private final BufferedImage image;
  private final int[] pixels;
  private final AVFrame frame = av_frame_alloc();
  private final Graph graph;
  private final Encoder encoder;

  DrawnPictures(DrawJob job) throws LibavException {
    DrawnFilm film = job.film();
    frameRate = film.frameRate();
    reel = film.reel();
    image = new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_INT_RGB);
    pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    // An int of 0x00RRGGBB lies in memory as B, G, R, 0 on every processor that Capsula runs on.
    frame.width(film.width()).height(film.height()).format(AV_PIX_FMT_BGR0);
    frame.colorspace(AVCOL_SPC_RGB).color_range(AVCOL_RANGE_JPEG);
    LibavException.check("picture", av_frame_get_buffer(frame, 0));
    graph = new Graph("buffer", conversion(job));
    encoder =
        new Encoder(
            "libx264",
            context -> describe(context, job),
            Map.of("preset", "ultrafast", "crf", "20", "threads", "auto"));
  }

  /** Stored against the turn that the player will make. */
  private static String conversion(DrawJob job) {
    return "buffer@in=video_size=%dx%d:pix_fmt=%d:time_base=%s:pixel_aspect=1/1:colorspace=%d:range=%d"
            .formatted(
                job.film().width(),
                job.film().height(),
                AV_PIX_FMT_BGR0,
                job.film().frameRate().inverse(),
                AVCOL_SPC_RGB,
                AVCOL_RANGE_JPEG)
        + ",scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
        + VideoGraph.turn((360 - job.capture().rotation()) % 360)
        + ",buffersink@out";
  }

  private static void describe(AVCodecContext context, DrawJob job) {
    DrawnFilm film = job.film();
    boolean turned = job.capture().onItsSide();
    context.width(turned ? film.height() : film.width());
    context.height(turned ? film.width() : film.height());
    context.pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base(Times.rational(film.frameRate().inverse()));
    context.framerate(Times.rational(film.frameRate()));
    context.sample_aspect_ratio(Times.rational(Rational.of(1)));
    context.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
    context.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
    context.chroma_sample_location(AVCHROMA_LOC_LEFT);
    // A key frame a second, as phones write them.
    context.gop_size((int) Math.round(film.frameRate().toDouble()));
  }

  Encoder encoder() {
    return encoder;
  }

  /**
   * @param number from 0
   */
  void draw(long number, Encoder.PacketConsumer consumer) throws LibavException {
    reel.paint(image, Times.duration(number, Times.rational(frameRate.inverse())));
    LibavException.check("picture", av_frame_make_writable(frame));
    copyPixels();
    frame.pts(number);
    graph.push(frame);
    graph.videoSink("out").drain(picture -> encoder.encode(picture, consumer));
  }

  private void copyPixels() {
    int stride = frame.linesize(0);
    IntBuffer target =
        new BytePointer(frame.data(0))
            .capacity((long) stride * image.getHeight())
            .asByteBuffer()
            .asIntBuffer();
    for (int y = 0; y < image.getHeight(); y++) {
      target.position(y * stride / Integer.BYTES);
      target.put(pixels, y * image.getWidth(), image.getWidth());
    }
  }

  void finish(Encoder.PacketConsumer consumer) throws LibavException {
    graph.push(null);
    graph.videoSink("out").drain(picture -> encoder.encode(picture, consumer));
    encoder.encode(null, consumer);
  }

  @Override
  public void close() {
    encoder.close();
    graph.close();
    av_frame_free(frame);
  }
}

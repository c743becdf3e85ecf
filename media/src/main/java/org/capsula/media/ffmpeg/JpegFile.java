package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.Rational;

/** Writes one picture as JPEG. */
final class JpegFile {
  /** FFmpeg's scale from 2 (best) to 31. */
  private static final int QUALITY = 3 * FF_QP2LAMBDA;

  private JpegFile() {}

  /**
   * @param picture any picture of limited range that says its matrix; JPEG has one of its own (JFIF
   *     1.02: BT.601)
   */
  static void convertAndWrite(AVFrame picture, Path file) throws LibavException {
    String conversion =
        "buffer@in=video_size=%dx%d:pix_fmt=%d:time_base=1/1000:pixel_aspect=1/1:colorspace=%d:range=%d,scale=out_range=pc:out_color_matrix=bt601,format=yuvj420p,buffersink@out"
            .formatted(
                picture.width(),
                picture.height(),
                picture.format(),
                picture.colorspace(),
                picture.color_range());
    try (Graph graph = new Graph("buffer", conversion)) {
      graph.push(picture);
      graph.push(null);
      graph.videoSink("out").drain(jpeg -> write(jpeg, file));
    }
  }

  /**
   * @param picture full-range 4:2:0
   */
  static void write(AVFrame picture, Path file) throws LibavException {
    try (Encoder encoder =
        new Encoder(
            "mjpeg",
            context -> {
              context.width(picture.width()).height(picture.height()).pix_fmt(picture.format());
              context.time_base(Times.rational(Rational.of(1)));
              context.colorspace(picture.colorspace()).color_range(picture.color_range());
              context.flags(AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT);
              context.global_quality(QUALITY);
            },
            Map.of())) {
      picture.quality(QUALITY);
      encoder.encode(picture, packet -> append(packet, file));
      encoder.encode(null, packet -> append(packet, file));
    }
  }

  private static void append(AVPacket packet, Path file) throws LibavException {
    byte[] bytes = new byte[packet.size()];
    new BytePointer(packet.data()).get(bytes);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes);
    } catch (IOException e) {
      throw DiskFailure.of(file, e);
    }
  }
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** The poster of a film without picture: its sound, drawn as bars on a dark ground. */
final class WaveformPicture {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int BAR = 6;
  private static final int GAP = 4;

  /** BT.709 limited range; the chroma is a warm grey. */
  private static final byte GROUND = 40;

  private static final byte INK = (byte) 190;
  private static final byte CB = 122;
  private static final byte CR = (byte) 134;

  private WaveformPicture() {}

  /**
   * @param data lowest and highest sample of each pixel in turn, from −128 to 127
   */
  static void write(List<Integer> data, Path file) throws LibavException {
    AVFrame frame = av_frame_alloc();
    try {
      frame.width(WIDTH).height(HEIGHT).format(AV_PIX_FMT_YUV420P);
      frame.colorspace(AVCOL_SPC_BT709).color_range(AVCOL_RANGE_MPEG);
      LibavException.check("picture", av_frame_get_buffer(frame, 0));
      fill(frame, 0, HEIGHT, GROUND);
      fill(frame, 1, HEIGHT / 2, CB);
      fill(frame, 2, HEIGHT / 2, CR);
      drawBars(data, plane(frame, 0, HEIGHT), frame.linesize(0));
      JpegFile.convertAndWrite(frame, file);
    } finally {
      av_frame_free(frame);
    }
  }

  private static ByteBuffer plane(AVFrame frame, int plane, int lines) {
    return new BytePointer(frame.data(plane))
        .capacity((long) frame.linesize(plane) * lines)
        .asByteBuffer();
  }

  private static void fill(AVFrame frame, int plane, int lines, byte value) {
    ByteBuffer bytes = plane(frame, plane, lines);
    while (bytes.hasRemaining()) {
      bytes.put(value);
    }
  }

  private static void drawBars(List<Integer> data, ByteBuffer luma, int stride) {
    int bars = WIDTH / (BAR + GAP);
    for (int bar = 0; bar < bars; bar++) {
      int from = (int) ((long) data.size() / 2 * bar / bars);
      int to = (int) ((long) data.size() / 2 * (bar + 1) / bars);
      int loudest = 0;
      for (int i = from; i < Math.max(to, Math.min(from + 1, data.size() / 2)); i++) {
        loudest = Math.max(loudest, Math.max(-data.get(2 * i), data.get(2 * i + 1)));
      }
      int half = Math.max(2, loudest * (HEIGHT / 3) / 128);
      for (int y = HEIGHT / 2 - half; y < HEIGHT / 2 + half; y++) {
        for (int x = 0; x < BAR; x++) {
          luma.put(y * stride + bar * (BAR + GAP) + GAP / 2 + x, INK);
        }
      }
    }
  }
}

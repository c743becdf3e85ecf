package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber.ImageMode;

/** One picture of a finished film with 8 bits and 4:2:0, as it comes out of the decoder. */
public final class ShownPicture implements AutoCloseable {
  private final AVFrame frame;

  private ShownPicture(AVFrame frame) {
    this.frame = frame;
  }

  /** The first one at or after a time. */
  public static ShownPicture of(Path file, double seconds) {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
    try {
      grabber.setImageMode(ImageMode.RAW);
      grabber.start();
      for (Frame next = grabber.grabImage(); next != null; next = grabber.grabImage()) {
        if (next.timestamp >= seconds * 1e6 - 1000) {
          ShownPicture shown = new ShownPicture(av_frame_clone((AVFrame) next.opaque));
          grabber.release();
          return shown;
        }
      }
      throw new AssertionError(file + " ends before " + seconds + " s");
    } catch (FFmpegFrameGrabber.Exception e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  /** FFmpeg's short name. */
  public String pixelFormat() {
    return av_get_pix_fmt_name(frame.format()).getString();
  }

  public int width() {
    return frame.width();
  }

  public int height() {
    return frame.height();
  }

  /** FFmpeg's numbers of matrix, primaries, transfer and range. */
  public Tags tags() {
    return new Tags(
        frame.colorspace(), frame.color_primaries(), frame.color_trc(), frame.color_range());
  }

  /** As in H.273; range: 1 limited, 2 full. */
  public record Tags(int matrix, int primaries, int transfer, int range) {}

  /** Mean Y, Cb and Cr of 16 by 16 pixels around a place. */
  public double[] colour(int x, int y) {
    return new double[] {
      mean(0, x - 8, y - 8, 16), mean(1, x / 2 - 4, y / 2 - 4, 8), mean(2, x / 2 - 4, y / 2 - 4, 8)
    };
  }

  public int luma(int x, int y) {
    return sample(0, x, y);
  }

  private double mean(int plane, int left, int top, int side) {
    double sum = 0;
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        sum += sample(plane, x, y);
      }
    }
    return sum / (side * side);
  }

  private int sample(int plane, int x, int y) {
    BytePointer bytes = frame.data(plane);
    return bytes.get((long) y * frame.linesize(plane) + x) & 0xff;
  }

  @Override
  public void close() {
    av_frame_free(frame);
  }
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Footage of a moving pattern, drawn for a test: what no camera at hand gives. */
public final class GeneratedFilm {
  private static final int RATE = 25;

  private final int width;
  private final int height;
  private double from;
  private double pixelAspect = 1;
  private int bFrames;
  private int codec = AV_CODEC_ID_H264;
  private int group = 12;

  public GeneratedFilm(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The time of the first picture. */
  public GeneratedFilm from(double seconds) {
    from = seconds;
    return this;
  }

  /** How wide a pixel says it is, in heights. */
  public GeneratedFilm pixelAspect(double aspect) {
    pixelAspect = aspect;
    return this;
  }

  /**
   * @param avcodecId FFmpeg's number
   */
  public GeneratedFilm with(int avcodecId, int mostBFrames) {
    codec = avcodecId;
    bFrames = mostBFrames;
    return this;
  }

  /**
   * @param frames from one key frame to the next; no other cut is taken for a reason
   */
  public GeneratedFilm groups(int frames) {
    group = frames;
    return this;
  }

  public Path to(Path file, double seconds) throws Exception {
    return to(file, seconds, time -> time);
  }

  /**
   * @param seconds as it would last at a steady rate
   * @param times from the steady time of a picture to the one it gets
   */
  public Path to(Path file, double seconds, DoubleUnaryOperator times) throws Exception {
    try (FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(file.toFile(), width, height, /* audioChannels= */ 0)) {
      recorder.setVideoCodec(codec);
      recorder.setVideoOption("preset", "ultrafast");
      recorder.setMaxBFrames(bFrames);
      recorder.setGopSize(group);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(RATE);
      recorder.setAspectRatio(pixelAspect);
      recorder.setVideoBitrate(1_000_000);
      recorder.start();
      for (int i = 0; i < seconds * RATE; i++) {
        recorder.setTimestamp(
            Math.round((from + times.applyAsDouble((double) i / RATE)) * 1_000_000));
        recorder.record(picture(i));
      }
      recorder.stop();
    }
    return file;
  }

  private Frame picture(int number) {
    Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = 64 + (x / 16 + y / 16 + number) % 8 * 16;
        int at = y * frame.imageStride + 3 * x;
        pixels.put(at, (byte) grey).put(at + 1, (byte) grey).put(at + 2, (byte) (grey / 2));
      }
    }
    return frame;
  }
}

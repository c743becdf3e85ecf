package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.capsula.media.Rational;

/** Footage in which a flash and a beep begin together, and when they do in what is made of it. */
public final class FlashAndBeep {
  /** Seconds; near the start, in the middle and near the end. */
  private static final double[] TIMES = {0.8, 3, 5.2};

  private static final double SECONDS = 6;
  private static final int RATE = 48_000;
  private static final double BEEP_SECONDS = 0.12;

  private FlashAndBeep() {}

  /**
   * @param video FFmpeg's number of the codec
   * @param sound FFmpeg's number of the codec
   */
  public static Path to(Path file, String format, int video, int sound, Rational rate, int height)
      throws Exception {
    int width = height == 576 ? 720 : height * 11 / 9;
    try (FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(file.toFile(), width, height, /* audioChannels= */ 2)) {
      recorder.setFormat(format);
      recorder.setVideoCodec(video);
      recorder.setAudioCodec(sound);
      recorder.setPixelFormat(pixelFormat(video));
      recorder.setFrameRate(rate.toDouble());
      recorder.setSampleRate(RATE);
      recorder.setVideoBitrate(1_000_000);
      recorder.setAudioBitrate(128_000);
      recorder.setInterleaved(true);
      recorder.start();
      int frames = (int) Math.round(SECONDS * rate.toDouble());
      int written = 0;
      for (int i = 0; i < frames; i++) {
        recorder.record(picture(width, height, isFlash(i, rate)));
        int until = (int) Math.round((i + 1) / rate.toDouble() * RATE);
        recorder.recordSamples(RATE, 2, sound(written, until, rate));
        written = until;
      }
      recorder.stop();
    }
    return file;
  }

  private static int pixelFormat(int codec) {
    return switch (codec) {
      case avcodec.AV_CODEC_ID_MJPEG -> avutil.AV_PIX_FMT_YUVJ420P;
      case avcodec.AV_CODEC_ID_PRORES -> avutil.AV_PIX_FMT_YUV422P10LE;
      default -> avutil.AV_PIX_FMT_YUV420P;
    };
  }

  /** The first frame at or after a time, and the next: a rung of half the rate keeps one. */
  private static boolean isFlash(int frame, Rational rate) {
    return Arrays.stream(TIMES)
        .anyMatch(
            time -> {
              long first = Math.round(time * rate.toDouble());
              return frame == first || frame == first + 1;
            });
  }

  private static Frame picture(int width, int height, boolean flash) {
    Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    for (int i = 0; i < pixels.capacity(); i++) {
      pixels.put(i, (byte) (flash ? 235 : 16));
    }
    return frame;
  }

  private static FloatBuffer sound(int from, int until, Rational rate) {
    FloatBuffer samples = FloatBuffer.allocate(2 * (until - from));
    for (int i = from; i < until; i++) {
      double time = (double) i / RATE;
      double beep =
          Arrays.stream(TIMES)
              .map(at -> Math.round(at * rate.toDouble()) / rate.toDouble())
              .filter(at -> time >= at && time < at + BEEP_SECONDS)
              .map(at -> 0.5 * Math.sin(2 * Math.PI * 1000 * (time - at)))
              .sum();
      samples.put((float) beep).put((float) beep);
    }
    return samples.flip();
  }

  /** When the flashes are shown, in seconds of the file's own clock. */
  public static List<Double> flashes(Path file) throws Exception {
    List<Double> onsets = new ArrayList<>();
    boolean[] lit = new boolean[1];
    decode(
        file,
        avutil.AVMEDIA_TYPE_VIDEO,
        (frame, seconds) -> {
          BytePointer luma = frame.data(0);
          long middle = (long) frame.height() / 2 * frame.linesize(0) + frame.width() / 2;
          boolean bright = (luma.get(middle) & 0xff) > 125;
          if (bright && !lit[0]) {
            onsets.add(seconds);
          }
          lit[0] = bright;
        });
    return onsets;
  }

  /** When the beeps begin, in seconds of the file's own clock. */
  public static List<Double> beeps(Path file) throws Exception {
    List<Double> onsets = new ArrayList<>();
    double[] quietSince = {-1};
    decode(
        file,
        avutil.AVMEDIA_TYPE_AUDIO,
        (frame, start) -> {
          if (frame.format() != AV_SAMPLE_FMT_FLTP) {
            throw new AssertionError("not of our encoder");
          }
          FloatPointer samples = new FloatPointer(frame.data(0));
          for (int i = 0; i < frame.nb_samples(); i++) {
            double time = start + (double) i / frame.sample_rate();
            // A tenth of the beep: an encoder's echo before it is fainter.
            if (Math.abs(samples.get(i)) > 0.1) {
              if (time - quietSince[0] > 0.3) {
                onsets.add(time);
              }
              quietSince[0] = time;
            }
          }
        });
    return onsets;
  }

  private static void decode(Path file, int kind, Look look) throws Exception {
    AVPacket packet = av_packet_alloc();
    try (Source source = Source.open(file)) {
      int index = 0;
      while (source.stream(index).codecpar().codec_type() != kind) {
        index++;
      }
      double tick = avutil.av_q2d(source.stream(index).time_base());
      try (Decoder decoder = new Decoder(source.stream(index), Duration.ZERO, new DecoderCount())) {
        Decoder.FrameConsumer consumer = frame -> look.at(frame, frame.pts() * tick);
        while (source.read(packet)) {
          if (packet.stream_index() == index) {
            decoder.decode(packet, consumer);
          }
          av_packet_unref(packet);
        }
        decoder.decode(null, consumer);
      }
    } finally {
      av_packet_free(packet);
    }
  }

  private interface Look {
    void at(AVFrame frame, double seconds);
  }
}

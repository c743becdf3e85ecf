package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber.ImageMode;
import org.bytedeco.javacv.FrameGrabber.SampleMode;

/** A finished film as another program sees it: through JavaCV, not through the code under test. */
public final class Film {
  static {
    av_log_set_level(AV_LOG_ERROR);
  }

  private final Path file;

  public Film(Path file) {
    this.file = file;
  }

  /**
   * @param seconds when it is shown
   * @param bytes what is in it
   */
  public record Packet(
      int stream, double seconds, double duration, boolean key, long position, ByteBuffer bytes) {}

  /**
   * @param codec FFmpeg's short name
   * @param colorRange FFmpeg's number: 1 limited, 2 full
   */
  public record Track(String codec, int width, int height, int colorRange, String language) {}

  public List<Track> tracks() {
    return use(
        grabber -> {
          List<Track> tracks = new ArrayList<>();
          for (int i = 0; i < grabber.getFormatContext().nb_streams(); i++) {
            AVStream stream = grabber.getFormatContext().streams(i);
            String language = AudioTracks.tag(stream.metadata(), "language");
            tracks.add(
                new Track(
                    org.bytedeco
                        .ffmpeg
                        .global
                        .avcodec
                        .avcodec_get_name(stream.codecpar().codec_id())
                        .getString(),
                    stream.codecpar().width(),
                    stream.codecpar().height(),
                    stream.codecpar().color_range(),
                    language == null ? "" : language));
          }
          return tracks;
        });
  }

  /** All packets in the file's order. */
  public List<Packet> packets() {
    return use(
        grabber -> {
          List<Packet> packets = new ArrayList<>();
          for (AVPacket packet = grabber.grabPacket();
              packet != null;
              packet = grabber.grabPacket()) {
            AVRational base = grabber.getFormatContext().streams(packet.stream_index()).time_base();
            double tick = (double) base.num() / base.den();
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            packets.add(
                new Packet(
                    packet.stream_index(),
                    packet.pts() * tick,
                    packet.duration() * tick,
                    (packet.flags() & AV_PKT_FLAG_KEY) != 0,
                    packet.pos(),
                    ByteBuffer.wrap(bytes)));
          }
          return packets;
        });
  }

  /** Luma of the first picture shown at or after a time, brought to a size, without turning it. */
  public int[][] luma(double seconds, int width, int height) {
    return use(
        grabber -> {
          for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
            if (frame.timestamp >= seconds * 1e6 - 1000) {
              return rows(frame);
            }
          }
          throw new AssertionError(file + " ends before " + seconds + " s");
        },
        width,
        height);
  }

  private static int[][] rows(Frame frame) {
    ByteBuffer bytes = (ByteBuffer) frame.image[0];
    int[][] rows = new int[frame.imageHeight][frame.imageWidth];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length; x++) {
        rows[y][x] = bytes.get(y * frame.imageStride + x) & 0xff;
      }
    }
    return rows;
  }

  /** How many pictures come out of the decoder. */
  public int pictures() {
    return use(
        grabber -> {
          int count = 0;
          while (grabber.grabImage() != null) {
            count++;
          }
          return count;
        },
        64,
        36);
  }

  /** Stereo at 48 kHz: left and right. */
  public float[][] sound() {
    return use(
        grabber -> {
          float[][] channels = new float[2][48_000];
          int length = 0;
          for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
            FloatBuffer interleaved = (FloatBuffer) frame.samples[0];
            int samples = interleaved.remaining() / 2;
            for (int channel = 0; channel < 2; channel++) {
              if (length + samples > channels[channel].length) {
                channels[channel] = Arrays.copyOf(channels[channel], 2 * (length + samples));
              }
              for (int i = 0; i < samples; i++) {
                channels[channel][length + i] = interleaved.get(2 * i + channel);
              }
            }
            length += samples;
          }
          return new float[][] {
            Arrays.copyOf(channels[0], length), Arrays.copyOf(channels[1], length)
          };
        });
  }

  private <T> T use(Look<T> look) {
    return use(look, 0, 0);
  }

  private <T> T use(Look<T> look, int width, int height) {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
    try {
      grabber.setImageMode(ImageMode.GRAY);
      grabber.setImageWidth(width);
      grabber.setImageHeight(height);
      grabber.setSampleMode(SampleMode.FLOAT);
      grabber.start();
      T seen = look.at(grabber);
      grabber.release();
      return seen;
    } catch (FFmpegFrameGrabber.Exception e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  private interface Look<T> {
    T at(FFmpegFrameGrabber grabber) throws FFmpegFrameGrabber.Exception;
  }
}

package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Footage with picture and sound in which something happens at known times. */
public final class StagedFilm {
  public static final int WIDTH = 192;
  public static final int HEIGHT = 108;
  private static final int RATE = 10;
  private static final int SAMPLE_RATE = 48_000;

  private final double seconds;
  private final List<Event> events = new ArrayList<>();
  private int videoCodec = AV_CODEC_ID_H264;
  private int audioCodec = AV_CODEC_ID_AAC;

  /** What can happen. */
  public enum What {
    BLACK,
    FROZEN,
    ELSEWHERE,
    NO_PICTURE,
    SILENT,
    CLIPPED,
    NO_SOUND
  }

  private record Event(What what, double from, double to) {}

  /** Something moves in a noisy picture, and somebody hums. */
  public StagedFilm(double seconds) {
    this.seconds = seconds;
  }

  /** Seconds from the beginning. */
  public StagedFilm with(What what, double from, double to) {
    events.add(new Event(what, from, to));
    return this;
  }

  /** FFmpeg's numbers of other codecs. */
  public StagedFilm encodedAs(int avVideoCodec, int avAudioCodec) {
    videoCodec = avVideoCodec;
    audioCodec = avAudioCodec;
    return this;
  }

  public Path to(Path file) throws Exception {
    try (FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT, /* audioChannels= */ 1)) {
      recorder.setVideoCodec(videoCodec);
      if (videoCodec == AV_CODEC_ID_H264) {
        recorder.setVideoOption("preset", "ultrafast");
      }
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(RATE);
      recorder.setVideoBitrate(400_000);
      recorder.setAudioCodec(audioCodec);
      recorder.setSampleRate(SAMPLE_RATE);
      recorder.setOption("movflags", "faststart");
      recorder.start();
      for (int i = 0; i < Math.round(seconds * RATE); i++) {
        double time = (double) i / RATE;
        if (!happens(What.NO_PICTURE, time)) {
          recorder.setTimestamp(Math.round(time * 1_000_000));
          recorder.record(picture(time));
        }
        if (!happens(What.NO_SOUND, time)) {
          recorder.recordSamples(SAMPLE_RATE, 1, sound(i));
        }
      }
      recorder.stop();
    }
    return file;
  }

  private boolean happens(What what, double time) {
    return events.stream()
        .anyMatch(event -> event.what == what && event.from <= time && time < event.to);
  }

  private Frame picture(double time) {
    boolean black = happens(What.BLACK, time);
    boolean elsewhere = happens(What.ELSEWHERE, time);
    double standing =
        events.stream()
            .filter(event -> event.what == What.FROZEN && happens(What.FROZEN, time))
            .filter(event -> event.from <= time && time < event.to)
            .mapToDouble(Event::from)
            .findFirst()
            .orElse(time);
    int number = (int) Math.round(standing * RATE);
    Random noise = new Random(number);
    Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3);
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int thing =
            elsewhere ? (x / 48 - y / 36 + number) % 3 * 60 : (x / 16 + y / 16 + number) % 8 * 16;
        int grey = black ? 0 : 64 + thing + noise.nextInt(5);
        int at = y * frame.imageStride + 3 * x;
        pixels.put(at, (byte) grey).put(at + 1, (byte) grey).put(at + 2, (byte) (grey / 2));
      }
    }
    return frame;
  }

  private FloatBuffer sound(int tenth) {
    int length = SAMPLE_RATE / RATE;
    double time = (double) tenth / RATE;
    double level = happens(What.SILENT, time) ? 0 : happens(What.CLIPPED, time) ? 2 : 0.2;
    FloatBuffer samples = FloatBuffer.allocate(length);
    for (int i = 0; i < length; i++) {
      double phase = 2 * Math.PI * 220 * (tenth * length + i) / SAMPLE_RATE;
      samples.put(i, (float) Math.max(-1, Math.min(1, level * Math.sin(phase))));
    }
    return samples;
  }
}

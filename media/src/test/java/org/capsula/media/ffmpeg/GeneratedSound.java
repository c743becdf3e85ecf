package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/** A tone as AAC, made for a test. */
public final class GeneratedSound {
  private static final int RATE = 48_000;

  private GeneratedSound() {}

  /**
   * @param avcodecId FFmpeg's number of a codec that the file's container holds
   * @param channels of the same length, 48,000 samples a second from −1 to 1
   */
  public static Path to(Path file, int avcodecId, float[]... channels) throws Exception {
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), channels.length)) {
      recorder.setAudioCodec(avcodecId);
      recorder.setSampleRate(RATE);
      recorder.setAudioBitrate(320_000);
      recorder.start();
      for (int at = 0; at < channels[0].length; at += RATE) {
        int length = Math.min(RATE, channels[0].length - at);
        FloatBuffer samples = FloatBuffer.allocate(length * channels.length);
        for (int i = at; i < at + length; i++) {
          for (float[] channel : channels) {
            samples.put(channel[i]);
          }
        }
        recorder.recordSamples(RATE, channels.length, samples.flip());
      }
      recorder.stop();
    }
    return file;
  }

  public static Path to(Path file, int channels, int seconds) throws Exception {
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), channels)) {
      recorder.setAudioCodec(AV_CODEC_ID_AAC);
      recorder.setSampleRate(RATE);
      recorder.start();
      FloatBuffer tone = FloatBuffer.allocate(RATE * channels);
      for (int i = 0; i < RATE; i++) {
        float sample = (float) (0.2 * Math.sin(2 * Math.PI * 440 * i / RATE));
        for (int channel = 0; channel < channels; channel++) {
          tone.put(i * channels + channel, sample);
        }
      }
      for (int second = 0; second < seconds; second++) {
        recorder.recordSamples(RATE, channels, tone.duplicate());
      }
      recorder.stop();
    }
    return file;
  }
}

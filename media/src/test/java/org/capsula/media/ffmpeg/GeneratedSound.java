package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/** A tone as AAC, made for a test. */
public final class GeneratedSound {
  private static final int RATE = 48_000;

  private GeneratedSound() {}

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

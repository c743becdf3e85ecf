package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.still.PosterScore;
import org.jspecify.annotations.Nullable;

/** Keeps the best frame of the whole film; a clone shares the picture's memory. */
final class PosterChoice implements AutoCloseable {
  private @Nullable AVFrame candidate;
  private @Nullable AVFrame best;
  private double bestScore = -1;

  /** The frame in full size that the next {@link #judge} is about. */
  void remember(AVFrame frame) {
    av_frame_free(candidate);
    candidate = av_frame_clone(frame);
  }

  /** The same picture, small. */
  void judge(AVFrame small) {
    int bytes = small.linesize(0) * small.height();
    double score =
        PosterScore.of(
            new BytePointer(small.data(0)).capacity(bytes).asByteBuffer(),
            small.width(),
            small.height(),
            small.linesize(0));
    if (score > bestScore) {
      bestScore = score;
      av_frame_free(best);
      best = candidate;
      candidate = null;
    }
  }

  void write(Path file) throws LibavException {
    if (best != null) {
      JpegFile.convertAndWrite(best, file);
    }
  }

  @Override
  public void close() {
    av_frame_free(candidate);
    av_frame_free(best);
  }
}

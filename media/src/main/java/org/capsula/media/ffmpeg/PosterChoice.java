package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.still.PosterScore;
import org.jspecify.annotations.Nullable;

/** Keeps the best frame of the whole film; a clone shares the picture's memory. */
final class PosterChoice implements AutoCloseable {
  private final List<AVFrame> remembered = new ArrayList<>();
  private @Nullable AVFrame best;
  private double bestScore = -1;

  /** A frame in full size that {@link #judge} may choose. */
  void remember(AVFrame frame) {
    remembered.add(av_frame_clone(frame));
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
    if (score <= bestScore) {
      return;
    }
    remembered.stream()
        .filter(frame -> frame.pts() == small.pts())
        .findFirst()
        .ifPresent(
            frame -> {
              bestScore = score;
              av_frame_free(best);
              best = av_frame_clone(frame);
            });
  }

  void forgetTheRest() {
    remembered.forEach(frame -> av_frame_free(frame));
    remembered.clear();
  }

  void write(Path file) throws LibavException {
    if (best != null) {
      JpegFile.convertAndWrite(best, file);
    }
  }

  @Override
  public void close() {
    forgetTheRest();
    av_frame_free(best);
  }
}

package org.capsula.pipeline.editing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StillJob;

/** Decoder processes for stills: one at a time, and none that hangs. */
final class DecoderWatch {
  private final Duration lease;
  private final Semaphore place = new Semaphore(1, /* fair= */ true);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease of stills");
            thread.setDaemon(true);
            return thread;
          });

  DecoderWatch(Duration lease) {
    this.lease = lease;
  }

  /**
   * @param scratch an existing folder of this still's own
   */
  void still(Path scratch, StillJob job) throws UnreadableMediaException {
    place.acquireUninterruptibly();
    try (DecoderProcess decoder = DecoderProcess.start(scratch)) {
      ScheduledFuture<?> watch =
          timer.scheduleWithFixedDelay(() -> endWhenSilent(decoder), 1, 1, TimeUnit.SECONDS);
      try {
        decoder.still(job);
      } finally {
        watch.cancel(false);
      }
    } finally {
      place.release();
    }
  }

  private void endWhenSilent(DecoderProcess decoder) {
    if (decoder.silence().compareTo(lease) > 0) {
      decoder.endNow("it gave no sign of life");
    }
  }
}

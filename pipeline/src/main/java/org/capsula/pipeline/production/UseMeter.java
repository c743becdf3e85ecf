package org.capsula.pipeline.production;

import java.time.Duration;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.decoder.ProcessUse;
import org.jspecify.annotations.Nullable;

/** Measures what one production costs: this process since the start, and its decoder process. */
final class UseMeter {
  private final long startNanos = System.nanoTime();
  private final Duration startCpu = ProcessUse.of(ProcessHandle.current()).cpu();

  private UseMeter() {}

  static UseMeter start() {
    return new UseMeter();
  }

  /** To be asked while the decoder lives, as a process that is gone tells nothing. */
  Use stop(DecoderProcess decoder) {
    ProcessUse both = ProcessUse.of(ProcessHandle.current()).plus(decoder.use());
    Long memory = both.peakMemoryBytes();
    return new Use(
        both.cpu().minus(startCpu), Duration.ofNanos(System.nanoTime() - startNanos), memory);
  }

  /**
   * @param peakMemoryBytes null where the system does not tell
   */
  record Use(Duration cpu, Duration wall, @Nullable Long peakMemoryBytes) {}
}

package org.capsula.media.decoder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches from outside what a child takes, and kills it when that is more than its request may
 * have: what went wrong in native code cannot be trusted to stop itself.
 */
final class DecoderGuard {
  /** Short beside the time in which a process can fill a machine's memory. */
  private static final long STEP_MILLIS = 200;

  private final Process process;
  private volatile @Nullable Watched watched;
  private volatile Duration reached = Duration.ZERO;
  private volatile Wire.@Nullable Refusal breach;

  private DecoderGuard(Process process) {
    this.process = process;
  }

  /** Watches until the process ends. */
  static DecoderGuard over(Process process) {
    DecoderGuard guard = new DecoderGuard(process);
    Thread thread = new Thread(guard::watch, "limits of decoder " + process.pid());
    thread.setDaemon(true);
    thread.start();
    return guard;
  }

  /** A request begins; what earlier ones took does not count, but for memory. */
  void begin(DecoderLimits limits) {
    reached = Duration.ZERO;
    watched = new Watched(limits, ProcessUse.of(process.toHandle()).cpu());
  }

  /**
   * @param time how far into the footage the child has come
   */
  void reached(Duration time) {
    reached = time;
  }

  void end() {
    watched = null;
  }

  /** Why the child was killed; empty where it was not killed here. */
  Optional<Wire.Refusal> breach() {
    return Optional.ofNullable(breach);
  }

  private void watch() {
    try {
      while (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
        Watched now = watched;
        Wire.Refusal found = now == null ? null : check(now).orElse(null);
        if (found != null) {
          breach = found;
          process.destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Wire.Refusal> check(Watched now) {
    DecoderLimits limits = now.limits();
    ProcessUse use = ProcessUse.of(process.toHandle());
    Long memory = use.peakMemoryBytes();
    if (memory != null && memory > limits.memoryBytes()) {
      return refusal(
          "limit-memory",
          "decoding it took more than "
              + gibibytes(limits.memoryBytes())
              + " of memory, which no film of its size needs");
    }
    Duration allowed =
        limits.cpu().plusSeconds((long) (limits.cpuPerSecond() * reached.toSeconds()));
    if (use.cpu().minus(now.cpuBefore()).compareTo(allowed) > 0) {
      return refusal(
          "limit-time",
          "decoding it took more than "
              + allowed.toSeconds()
              + " s of computing time, which no film of its length needs");
    }
    Path output = limits.output();
    if (output != null && bytesIn(output) > limits.outputBytes()) {
      return refusal(
          "limit-output",
          "its tracks grew beyond "
              + gibibytes(limits.outputBytes())
              + ", which no film of its length needs");
    }
    return Optional.empty();
  }

  private static Optional<Wire.Refusal> refusal(String code, String what) {
    return Optional.of(
        new Wire.Refusal(
            code, what + "; nothing else was harmed; export the film again with another program"));
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1L << 30));
  }

  private static long bytesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException | UncheckedIOException e) {
      // Gone meanwhile; whoever writes to it learns of that.
      return 0;
    }
  }

  private record Watched(DecoderLimits limits, Duration cpuBefore) {}
}

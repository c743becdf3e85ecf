package org.capsula.media.decoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running process has used.
 *
 * @param cpu user and system time of all its threads
 * @param peakMemoryBytes most resident memory it ever had; null where the system does not tell
 */
public record ProcessUse(Duration cpu, @Nullable Long peakMemoryBytes) {

  public static ProcessUse of(ProcessHandle process) {
    return new ProcessUse(
        process.info().totalCpuDuration().orElse(Duration.ZERO),
        peakMemory(process.pid()).orElse(null));
  }

  /** The two together; their peaks may have come at different times, so the sum is a bound. */
  public ProcessUse plus(ProcessUse other) {
    Long memory = peakMemoryBytes;
    Long others = other.peakMemoryBytes;
    return new ProcessUse(
        cpu.plus(other.cpu), memory == null || others == null ? null : memory + others);
  }

  /** VmHWM, in kibibytes: proc(5). */
  private static Optional<Long> peakMemory(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

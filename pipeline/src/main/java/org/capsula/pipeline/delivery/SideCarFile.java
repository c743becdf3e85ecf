package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.capsula.pipeline.storage.ChangedException;

/** Reads side-cars. One that cannot be read costs itself, never the film. */
final class SideCarFile {
  private SideCarFile() {}

  /**
   * All of it, read once: what is looked at is what is kept.
   *
   * @param largest in bytes; for what never is that large
   */
  static Optional<byte[]> read(Path file, int largest, Remarks remarks) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length <= largest) {
        return Optional.of(bytes);
      }
      remarks.leaveOut(tooLarge(file, largest));
    } catch (IOException e) {
      remarks.leaveOut(unreadable(file, e));
    }
    return Optional.empty();
  }

  static String tooLarge(Path file, long largest) {
    return "%s: is larger than %d MB and is left out."
        .formatted(Delivery.name(file), largest / 1_000_000);
  }

  static String unreadable(Path file, IOException e) {
    String name = Delivery.name(file);
    if (e instanceof NoSuchFileException) {
      return name + ": was taken away before it was read, and is left out.";
    }
    if (e instanceof ChangedException) {
      return name + ": changed while it was read and is left out; import it again.";
    }
    String reason = e instanceof AccessDeniedException ? "access denied" : e.getMessage();
    return "%s: cannot be opened (%s) and is left out; check its permissions and import it again."
        .formatted(name, reason);
  }
}

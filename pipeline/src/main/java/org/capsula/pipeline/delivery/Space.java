package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capsula.pipeline.library.Library;

/** Looks whether a delivery fits on the library's disk, before gigabytes are copied. */
final class Space {
  /** What the rest of the machine should keep. */
  private static final long RESERVE = 64_000_000;

  private final Library library;
  private final KnownFiles known;

  Space(Library library, KnownFiles known) {
    this.library = library;
    this.known = known;
  }

  /**
   * @param hasFootage whether storage holds the footage already
   */
  void require(Delivery delivery, boolean hasFootage) throws IOException {
    long bytes = sideCars(delivery);
    if (!hasFootage) {
      // And an edition, that is seldom larger.
      bytes += 2 * Files.size(delivery.footage());
    }
    long needed = bytes + RESERVE;
    long free = library.storage().freeBytes();
    if (bytes > 0 && free < needed) {
      throw new StorageException(
          "%s needs %s with all that is made of it, and the disk of the library %s has %s left; free some space and import it again."
              .formatted(
                  delivery.footageName(), megabytes(needed), library.folder(), megabytes(free)),
          null);
    }
  }

  /** Those that may be new; one of the length of a stored one is told apart when it is read. */
  private long sideCars(Delivery delivery) {
    List<Path> files = delivery.files().stream().skip(/* n= the footage */ 1).toList();
    return files.stream()
        .mapToLong(file -> file.toFile().length())
        .filter(length -> !known.mayHold(length))
        .sum();
  }

  private static String megabytes(long bytes) {
    return bytes / 1_000_000 + " MB";
  }
}

package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.queue.ProductionQueue;

/**
 * Takes deliveries into the library: their files into storage first, then one transaction that
 * records them and queues the production. Taking the same delivery again changes nothing, so an
 * import that was cut off is simply run again.
 */
public final class Importer {
  /** What the rest of the machine should keep. */
  private static final long RESERVE = 64_000_000;

  private final Library library;
  private final ProductionQueue queue;
  private final Clock clock;

  public Importer(Library library, ProductionQueue queue, Clock clock) {
    this.library = library;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * @param publish whether to open at once what has no release of its own
   * @throws StorageException where the disk is full or cannot be written
   */
  public Outcome take(Delivery delivery, boolean publish) {
    String file = delivery.footage().toString();
    try {
      FileType.requireFootage(delivery.footage());
      requireSpace(delivery);
      StoredDelivery stored = DeliveryStorage.store(delivery, library.storage(), clock);
      return library
          .database()
          .inTransaction(
              session ->
                  new Recorder(session, queue, clock.instant()).record(file, stored, publish));
    } catch (UnreadableMediaException e) {
      return Outcome.refused(file, delivery.footageName() + ": " + e.getMessage() + ".");
    } catch (DatabaseException e) {
      throw new StorageException(delivery.footageName() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StorageException(sentence(delivery, e), e);
    }
  }

  /** The footage, and an edition that is seldom larger. */
  private void requireSpace(Delivery delivery) throws IOException {
    long bytes = 0;
    for (Path path : delivery.files()) {
      bytes += Files.size(path);
    }
    long needed = 2 * bytes + RESERVE;
    long free = library.storage().freeBytes();
    if (free < needed) {
      throw new StorageException(
          "%s needs %s with all that is made of it, and the disk of the library %s has %s left; free some space and import it again."
              .formatted(
                  delivery.footageName(), megabytes(needed), library.folder(), megabytes(free)),
          null);
    }
  }

  private static String megabytes(long bytes) {
    return bytes / 1_000_000 + " MB";
  }

  private String sentence(Delivery delivery, IOException e) {
    if (String.valueOf(e.getMessage()).contains("No space left")) {
      return delivery.footageName()
          + ": the disk of the library "
          + library.folder()
          + " is full; free some space and import it again.";
    }
    String place = e instanceof FileSystemException refused ? refused.getFile() : null;
    String reason = e instanceof FileSystemException refused ? refused.getReason() : e.getMessage();
    return delivery.footageName()
        + ": "
        + (place == null ? "a file" : place)
        + " cannot be read or written"
        + (reason == null ? "" : " (" + reason + ")")
        + "; check its permissions and import it again.";
  }
}

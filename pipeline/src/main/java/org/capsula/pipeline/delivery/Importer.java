package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.Outcome.State;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.storage.ChangedException;
import org.capsula.pipeline.storage.StoredFile;

/**
 * Takes deliveries into the library: their files into storage first, then one transaction that
 * records them and queues the production. Taking the same delivery again changes nothing, so an
 * import that was cut off is simply run again.
 */
public final class Importer {
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
      KnownFiles files = new KnownFiles(library);
      Optional<StoredFile> known = files.find(delivery.footage());
      Optional<Capsule> twin = known.flatMap(footage -> twin(footage, delivery));
      if (twin.isPresent()) {
        return library
            .database()
            .look(session -> sameBytes(session, file, delivery.footageName(), twin.get()));
      }
      new Space(library, files).require(delivery, known.isPresent());
      StoredDelivery stored = new DeliveryStorage(library, clock.instant()).store(delivery, known);
      return library
          .database()
          .inTransaction(
              session ->
                  new Recorder(session, queue, clock.instant()).record(file, stored, publish));
    } catch (UnreadableMediaException e) {
      return Outcome.refused(file, delivery.footageName() + ": " + e.getMessage() + ".");
    } catch (DatabaseException e) {
      throw new StorageException(delivery.footageName() + ": " + e.getMessage(), e);
    } catch (ChangedException e) {
      return Outcome.refused(
          file,
          delivery.footageName()
              + ": changed while it was read; import it again when it is copied to its end.");
    } catch (IOException e) {
      throw new StorageException(sentence(delivery, e), e);
    }
  }

  private Optional<Capsule> twin(StoredFile footage, Delivery delivery) {
    return library
        .database()
        .look(session -> new CapsuleStore(session).byFootage(footage.sha256()))
        .filter(capsule -> !capsule.footageName().equals(delivery.footageName()));
  }

  /** What is to be said of footage that a capsule has. */
  static Outcome sameBytes(Session session, String file, String footageName, Capsule capsule) {
    if (new CapsuleStore(session).deletedAt(capsule.id()).isPresent()) {
      return Outcome.deleted(file, footageName, capsule);
    }
    String sentence =
        "%s: holds the same bytes as %s, which is in the library as “%s”; it was not stored again, and its side-cars were left out."
            .formatted(file, capsule.footageName(), capsule.slug());
    return new Outcome(file, State.KNOWN, capsule.id(), capsule.slug(), null, 0, List.of(sentence));
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

package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.Outcome.State;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.storage.StoredFile;

/**
 * Takes footage that stands in storage already into the catalogue, in one transaction with whatever
 * its bringer has to write about it. Where that throws, nothing was written.
 */
public final class HandOver {
  private final Library library;
  private final ProductionQueue queue;
  private final Clock clock;

  public HandOver(Library library, ProductionQueue queue, Clock clock) {
    this.library = library;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * @param name of the footage, as its owner knows it
   * @param sheet what is said of it; when to open is none of its business
   */
  public record Film(String name, StoredFile footage, Sheet sheet, List<SubtitleBytes> subtitles) {
    public Film {
      subtitles = List.copyOf(subtitles);
    }
  }

  /**
   * A new capsule and its production. Where a capsule has the very same footage, that one is named
   * and stays as it is.
   *
   * @param alongside is given the outcome, in the same transaction
   */
  public Outcome take(Film film, BiConsumer<Session, Outcome> alongside) throws IOException {
    StoredDelivery delivery = store(film);
    return library
        .database()
        .inTransaction(
            session -> {
              Outcome outcome =
                  sameFootage(session, film)
                      .orElseGet(
                          () ->
                              new Recorder(session, queue, clock.instant())
                                  .record(film.name(), delivery, false));
              alongside.accept(session, outcome);
              return outcome;
            });
  }

  /**
   * The capsule's footage from now on, and a production of it; what is shown stays until that is
   * done. Its texts and subtitles stay, but for the subtitles that come with the footage.
   */
  public Outcome replace(String capsuleId, Film film, BiConsumer<Session, Outcome> alongside)
      throws IOException {
    StoredDelivery delivery = store(film);
    return library
        .database()
        .inTransaction(
            session -> {
              Outcome outcome = replace(session, capsuleId, delivery, film);
              alongside.accept(session, outcome);
              return outcome;
            });
  }

  private Outcome replace(Session session, String capsuleId, StoredDelivery delivery, Film film) {
    CapsuleStore capsules = new CapsuleStore(session);
    Optional<Capsule> capsule =
        capsules.byId(capsuleId).filter(found -> capsules.deletedAt(capsuleId).isEmpty());
    if (capsule.isEmpty()) {
      return Outcome.refused(
          film.name(),
          film.name() + ": the capsule it was meant for is gone; upload it as a new one.");
    }
    Optional<Outcome> known = sameFootage(session, film);
    if (known.isPresent()) {
      return known.get();
    }
    StoredFileStore files = new StoredFileStore(session);
    delivery.files().forEach(stored -> files.save(stored, clock.instant()));
    capsules.replaceFootage(capsuleId, film.footage().sha256(), film.name());
    new SideCarRecorder(session).record(capsuleId, delivery);
    for (Production production : new ProductionStore(session).ofCapsule(capsuleId)) {
      if (!production.state().isEnd()) {
        queue.cancel(session, production.id());
      }
    }
    String production = queue.add(session, capsuleId, film.footage().bytes());
    return new Outcome(
        film.name(),
        State.UPDATED,
        capsuleId,
        capsule.get().slug(),
        production,
        0,
        delivery.remarks().sentences());
  }

  private static Optional<Outcome> sameFootage(Session session, Film film) {
    return new CapsuleStore(session)
        .byFootage(film.footage().sha256())
        .map(capsule -> Importer.sameBytes(session, film.name(), film.name(), capsule));
  }

  private StoredDelivery store(Film film) throws IOException {
    Remarks remarks = new Remarks();
    SubtitleStorage subtitles = new SubtitleStorage(library.storage(), clock.instant(), remarks);
    for (SubtitleBytes input : film.subtitles()) {
      subtitles.store(input);
    }
    List<StoredFile> files = new ArrayList<>(List.of(film.footage()));
    files.addAll(subtitles.files());
    return new StoredDelivery(
        film.name(),
        film.footage(),
        subtitles.tracks(),
        List.of(),
        film.sheet(),
        null,
        files,
        remarks);
  }
}

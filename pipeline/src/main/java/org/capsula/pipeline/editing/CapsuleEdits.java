package org.capsula.pipeline.editing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.Description.CollectionPlace;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.queue.ProductionQueue;
import org.jspecify.annotations.Nullable;

/** Changes what is said of capsules. Two may do so at once: whoever comes second is told. */
public final class CapsuleEdits {
  private final Database database;
  private final ProductionQueue queue;
  private final Clock clock;

  public CapsuleEdits(Database database, ProductionQueue queue, Clock clock) {
    this.database = database;
    this.queue = queue;
    this.clock = clock;
  }

  /** A description and its version. */
  public record Versioned(long version, Description description) {}

  /** Empty where there is no such capsule, or it was deleted. */
  public Optional<Versioned> find(String capsuleId) {
    return database.look(session -> find(session, capsuleId));
  }

  private static Optional<Versioned> find(Session session, String capsuleId) {
    Optional<Long> version = new EditStore(session).version(capsuleId);
    Optional<Capsule> capsule = new CapsuleStore(session).byId(capsuleId);
    return version.isEmpty() || capsule.isEmpty()
        ? Optional.empty()
        : Optional.of(new Versioned(version.get(), new Descriptions(session).of(capsule.get())));
  }

  /**
   * Changes a description that was read in this version. Another part of the footage needs a new
   * production: those under way are stopped for it, and what is shown stays until it is done.
   *
   * @param change from what is said to what is to be said; it may throw nothing and do nothing else
   * @throws RefusedEditException where the result cannot be
   */
  public Edited change(String capsuleId, long version, UnaryOperator<Description> change)
      throws RefusedEditException {
    Optional<Versioned> read = find(capsuleId);
    if (read.isEmpty()) {
      return new Edited.Gone();
    }
    Description wanted = DescriptionRules.clean(change.apply(read.get().description()));
    return EditTransaction.run(database, session -> write(session, capsuleId, version, wanted));
  }

  private Edited write(Session session, String capsuleId, long version, Description wanted)
      throws RefusedEditException {
    Optional<Versioned> found = find(session, capsuleId);
    if (found.isEmpty()) {
      return new Edited.Gone();
    }
    Versioned before = found.get();
    if (before.version() != version) {
      return new Edited.Outdated(before.version(), before.description());
    }
    if (wanted.equals(before.description())) {
      return new Edited.Saved(version, wanted, null);
    }
    requireCollection(session, wanted.collection());
    Capsule capsule = new CapsuleStore(session).byId(capsuleId).orElseThrow();
    boolean trimmed = !wanted.trim().equals(before.description().trim());
    if (trimmed) {
      FootageLength.requireWithin(session, capsule, wanted.trim());
    }
    new Descriptions(session).write(capsule, wanted, clock.instant());
    String production = trimmed ? produceAgain(session, capsule) : null;
    Versioned now = find(session, capsuleId).orElseThrow();
    return new Edited.Saved(now.version(), now.description(), production);
  }

  private static void requireCollection(Session session, @Nullable CollectionPlace place)
      throws RefusedEditException {
    String id = place == null ? null : place.id();
    if (id != null && new CollectionStore(session).titles(List.of(id)).isEmpty()) {
      throw new RefusedEditException(
          Misfit.of(Misfit.Rule.NO_COLLECTION, "collection.id"),
          "The collection is gone; choose another or make a new one.");
    }
  }

  /** What is under way would be another part of the footage than is wanted. */
  private String produceAgain(Session session, Capsule capsule) {
    for (Production production : new ProductionStore(session).ofCapsule(capsule.id())) {
      if (!production.state().isEnd()) {
        queue.cancel(session, production.id());
      }
    }
    long bytes = new StoredFileStore(session).bytes(capsule.footageSha256());
    return queue.add(session, capsule.id(), bytes);
  }
}

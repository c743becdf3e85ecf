package org.capsula.pipeline.studio;

import java.time.Clock;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionHistoryStore;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.queue.ProductionQueue;
import org.jspecify.annotations.Nullable;

/** What can be done to a capsule's productions. Doing it twice does no more than once. */
public final class StudioActions {
  private final Database database;
  private final ProductionQueue queue;
  private final Clock clock;

  public StudioActions(Database database, ProductionQueue queue, Clock clock) {
    this.database = database;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * @param productionId the one that will make the capsule; null where none will
   */
  public record Retried(Status status, @Nullable String productionId) {}

  /** Queues another production where the newest failed or was stopped. */
  public Retried retry(String capsuleId) {
    return database.inTransaction(
        session -> {
          Optional<Capsule> capsule = standing(session, capsuleId);
          if (capsule.isEmpty()) {
            return new Retried(Status.UNKNOWN, null);
          }
          Optional<Production> expected = new ProductionHistoryStore(session).expected(capsuleId);
          if (expected.isPresent()) {
            return new Retried(Status.ALREADY, expected.get().id());
          }
          if (newest(session, capsuleId).filter(last -> last.state() == State.DONE).isPresent()) {
            return new Retried(Status.NOT_NOW, null);
          }
          return new Retried(Status.DONE, queue(session, capsuleId));
        });
  }

  private String queue(Session session, String capsuleId) {
    return queue.add(session, capsuleId, new BinStore(session).footageBytes(capsuleId));
  }

  /** Stops what is queued or running for the capsule. */
  public Status cancel(String capsuleId) {
    return database.inTransaction(
        session -> {
          if (standing(session, capsuleId).isEmpty()) {
            return Status.UNKNOWN;
          }
          Optional<Production> expected = new ProductionHistoryStore(session).expected(capsuleId);
          if (expected.isPresent()) {
            queue.cancel(session, expected.get().id());
            return Status.DONE;
          }
          boolean stopped =
              newest(session, capsuleId).filter(last -> last.state() != State.DONE).isPresent();
          return stopped ? Status.ALREADY : Status.NOT_NOW;
        });
  }

  /**
   * Lets a damaged film be shown, wherever its capsules' releases show it.
   *
   * @param accountId of whoever has looked at it
   */
  public Status releaseHeld(String capsuleId, String accountId) {
    return database.inTransaction(
        session -> {
          Optional<Capsule> capsule = standing(session, capsuleId);
          if (capsule.isEmpty()) {
            return Status.UNKNOWN;
          }
          String edition = capsule.get().editionId();
          if (edition == null) {
            return Status.NOT_NOW;
          }
          return new BinStore(session).letBeShown(edition, accountId, clock.instant())
              ? Status.DONE
              : Status.ALREADY;
        });
  }

  /** Nobody sees it any more; what is queued or running for it is stopped. */
  public Status delete(String capsuleId) {
    return database.inTransaction(
        session -> {
          if (new CapsuleStore(session).byId(capsuleId).isEmpty()) {
            return Status.UNKNOWN;
          }
          if (!new BinStore(session).delete(capsuleId, clock.instant())) {
            return Status.ALREADY;
          }
          for (Production production : new ProductionStore(session).ofCapsule(capsuleId)) {
            if (!production.state().isEnd()) {
              queue.cancel(session, production.id());
            }
          }
          return Status.DONE;
        });
  }

  /** As it was before it was deleted; the production that this had stopped is queued again. */
  public Status restore(String capsuleId) {
    return database.inTransaction(
        session -> {
          BinStore bin = new BinStore(session);
          if (new CapsuleStore(session).byId(capsuleId).isEmpty()) {
            return Status.UNKNOWN;
          }
          boolean stopped = bin.wasStoppedByDeletion(capsuleId);
          if (!bin.restore(capsuleId)) {
            return Status.ALREADY;
          }
          if (stopped) {
            queue(session, capsuleId);
          }
          return Status.DONE;
        });
  }

  private static Optional<Capsule> standing(Session session, String capsuleId) {
    CapsuleStore capsules = new CapsuleStore(session);
    return capsules.deletedAt(capsuleId).isPresent() ? Optional.empty() : capsules.byId(capsuleId);
  }

  private static Optional<Production> newest(Session session, String capsuleId) {
    return new ProductionStore(session).ofCapsule(capsuleId).stream().findFirst();
  }
}

package org.capsula.pipeline.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.MachineFailureException;
import org.capsula.pipeline.production.MadeEdition;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.pipeline.production.ProductionStore.Reason;
import org.capsula.pipeline.production.Recipe;
import org.capsula.pipeline.production.RefusedFootageException;
import org.capsula.pipeline.report.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at one production, from taking it up to writing its result. */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  /** Attempts without any end after which a production is suspected to kill the program. */
  private static final int CRASHES = 5;

  private static final Reason CANCELLED = new Reason("cancelled", "It was cancelled.", false);

  private final Library library;
  private final Database database;
  private final Producer producer;
  private final Clock clock;
  private final QueueSettings settings;
  private final ScheduledExecutorService timer;
  private final Consumer<String> tell;
  private final Set<Watch> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  Attempt(
      Library library,
      Producer producer,
      Clock clock,
      QueueSettings settings,
      ScheduledExecutorService timer,
      Consumer<String> tell) {
    this.library = library;
    this.database = library.database();
    this.producer = producer;
    this.clock = clock;
    this.settings = settings;
    this.timer = timer;
    this.tell = tell;
  }

  /**
   * @param rank the production's place in the queue, which it keeps where it is handed back
   * @return when to try again; empty when the production has come to its end
   */
  Optional<Instant> run(String productionId, Instant rank) {
    if (closing) {
      return Optional.of(rank);
    }
    OptionalLong token =
        database.inTransaction(
            session -> new ProductionStore(session).begin(productionId, clock.instant()));
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Lease lease = new Lease(productionId, token.getAsLong());
    Production production =
        database.look(s -> new ProductionStore(s).find(productionId)).orElseThrow();
    if (production.attempts() > mostAttempts(production)) {
      // It came to no end of any kind: it may be what kills the program each time.
      return giveUp(
          lease,
          new Reason(
              "gave-up",
              "The program ended "
                  + CRASHES
                  + " times or more in the middle of it; look at the machine's memory and log, then try it"
                  + " again.",
              true));
    }
    return work(lease, production, rank);
  }

  /** Those that failed are limited by themselves. */
  private int mostAttempts(Production production) {
    return CRASHES + (production.reason() == null ? 0 : settings.attempts());
  }

  private Optional<Instant> work(Lease lease, Production production, Instant rank) {
    Capsule capsule =
        database.look(s -> new CapsuleStore(s).byId(production.capsuleId())).orElseThrow();
    Trim trim = database.look(session -> new ProductionStore(session).trim(production.id()));
    Task task = new Task(capsule, trim);
    try (Watch watch = new Watch(database, lease, settings.lease(), timer)) {
      running.add(watch);
      if (closing) {
        watch.handBack();
      }
      try {
        return finish(lease, task, make(task, watch));
      } catch (RefusedFootageException e) {
        return watch.wasStopped()
            ? stopped(lease, watch, rank)
            : giveUp(lease, new Reason(e.code(), e.sentence(), false));
      } catch (RuntimeException e) {
        return watch.wasStopped()
            ? stopped(lease, watch, rank)
            : retry(lease, production, reason(e, watch, capsule));
      } finally {
        running.remove(watch);
      }
    }
  }

  /** For an orderly end of the program: nothing is lost but the work of these attempts. */
  void handBackAll() {
    closing = true;
    running.forEach(Watch::handBack);
  }

  private MadeEdition make(Task task, Watch watch) throws RefusedFootageException {
    Capsule capsule = task.capsule();
    Recipe recipe =
        Recipe.ofLibrary(
            library.storage().file(capsule.footageSha256()), capsule.footageName(), task.trim());
    return producer.makeEdition(recipe, capsule.footageSha256(), library.storage(), watch);
  }

  /** The edition becomes the capsule's in the transaction that proves the lease, or not at all. */
  private Optional<Instant> finish(Lease lease, Task task, MadeEdition made) {
    boolean written = database.inTransaction(session -> write(session, lease, task, made));
    if (!written) {
      tell.accept(
          task.capsule().footageName()
              + ": the result of an attempt that was given up came too late and was refused.");
    }
    return Optional.empty();
  }

  private boolean write(Session session, Lease lease, Task task, MadeEdition made) {
    Instant now = clock.instant();
    if (!isStillFootage(session, task.capsule())) {
      // Whoever replaced it has queued a production of the new footage.
      new ProductionStore(session).giveUp(lease, State.CANCELLED, CANCELLED, now);
      return false;
    }
    if (!new ProductionStore(session).finish(lease, made.id(), now)) {
      return false;
    }
    Edition edition =
        new Edition(
            made.id(),
            made.length(),
            made.width(),
            made.height(),
            made.report().state().equals(Report.HELD),
            Json.compact(made.report()),
            now);
    new EditionStore(session).insert(edition, made.content());
    new CapsuleStore(session).showEdition(task.capsule().id(), made.id(), task.trim());
    return true;
  }

  private static boolean isStillFootage(Session session, Capsule made) {
    return new CapsuleStore(session)
        .byId(made.id())
        .filter(capsule -> capsule.footageSha256().equals(made.footageSha256()))
        .isPresent();
  }

  private Optional<Instant> stopped(Lease lease, Watch watch, Instant rank) {
    if (watch.wasHandedBack()) {
      boolean ours =
          database.inTransaction(session -> new ProductionStore(session).handBack(lease));
      return ours ? Optional.of(rank) : Optional.empty();
    }
    // Writes nothing where another attempt has it: that one's token is newer.
    give(lease, State.CANCELLED, CANCELLED);
    return Optional.empty();
  }

  private Reason reason(RuntimeException e, Watch watch, Capsule capsule) {
    if (watch.wasHung()) {
      return new Reason(
          "decoder-hung",
          capsule.footageName()
              + ": the decoder gave no sign of life for "
              + settings.lease().toSeconds()
              + " s and was ended.",
          true);
    }
    if (e instanceof MachineFailureException failure) {
      return new Reason("machine-failure", failure.sentence(), true);
    }
    // A fault of ours, or a database that could not be written at the end of it: then another
    // attempt finds the finished edition and takes no time.
    LOG.error("an attempt at {} failed unexpectedly", capsule.footageName(), e);
    return new Reason(
        "internal-error",
        capsule.footageName()
            + ": Capsula failed by a fault of its own; its log says more. Please report it.",
        true);
  }

  private Optional<Instant> retry(Lease lease, Production production, Reason reason) {
    if (production.attempts() >= settings.attempts()) {
      return giveUp(lease, reason);
    }
    if (database.look(session -> new ProductionStore(session).isCancelRequested(lease))) {
      give(lease, State.CANCELLED, CANCELLED);
      return Optional.empty();
    }
    tell.accept(reason.sentence() + " Another attempt follows.");
    return give(lease, State.QUEUED, reason)
        ? Optional.of(clock.instant().plus(settings.pauseAfter(production.attempts())))
        : Optional.empty();
  }

  private Optional<Instant> giveUp(Lease lease, Reason reason) {
    tell.accept(reason.sentence());
    give(lease, State.FAILED, reason);
    return Optional.empty();
  }

  private boolean give(Lease lease, State next, Reason reason) {
    return database.inTransaction(
        session -> new ProductionStore(session).giveUp(lease, next, reason, clock.instant()));
  }

  /**
   * What is to be made.
   *
   * @param trim the part of the footage
   */
  private record Task(Capsule capsule, Trim trim) {}
}

package org.capsula.pipeline.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of productions: tasks of db-scheduler, which finds dead workers and keeps a production
 * from running twice. A task holds nothing but the production's id.
 */
public final class ProductionQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProductionQueue.class);

  private static final String TASK = "production";

  /** No film is expected to take longer. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** What camera footage has in a second, roughly, and about what is encoded in a second. */
  private static final long BYTES_A_SECOND = 1_000_000;

  private static final int MISSED_HEARTBEATS = 4;

  private final Library library;
  private final Producer producer;
  private final Attempt attempt;
  private final Database database;
  private final Clock clock;
  private final QueueSettings settings;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
          });
  private final CustomTask<Void> task;
  private final JdbcCustomization customization;
  private final Scheduler scheduler;
  private boolean closed;

  /**
   * @param tell is given a sentence about each attempt that ended without a result
   */
  public ProductionQueue(
      Library library,
      Producer producer,
      Clock clock,
      QueueSettings settings,
      Consumer<String> tell) {
    this.library = library;
    this.producer = producer;
    this.database = library.database();
    this.clock = clock;
    this.settings = settings;
    attempt = new Attempt(library, producer, clock, settings, timer, tell);
    task =
        Tasks.custom(TASK, Void.class)
            .onFailure(this::withoutEnd)
            .onDeadExecutionRevive()
            .execute(
                (instance, context) ->
                    end(attempt.run(instance.getId(), context.getExecution().executionTime)));
    customization =
        database.isShared()
            ? new PostgreSqlJdbcCustomization(/* useGenericLockAndFetch= */ true, true)
            : new SqliteJdbcCustomization();
    SchedulerBuilder builder = Scheduler.create(database.dataSource(), task);
    scheduler =
        polling(builder)
            .jdbcCustomization(customization)
            .threads(settings.atOnce())
            .pollingInterval(settings.poll())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .clock(clock::instant)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  /**
   * Several programs take from PostgreSQL without stepping on each other's feet; SQLite refuses.
   *
   * <p>They lock what they take with a SELECT and mark it with an UPDATE. db-scheduler has one
   * statement for both, with a LIMIT in a subquery; where the planner makes that a nested loop it
   * runs once a row, and one program takes every production there is.
   */
  private SchedulerBuilder polling(SchedulerBuilder builder) {
    return database.isShared() ? builder.pollUsingLockAndFetch(0, 1) : builder.pollUsingFetch(0, 1);
  }

  /**
   * For the only process that works on a library: whatever is still marked as taken was taken by
   * one that is gone, and need not wait until its heartbeats are missed; a production that should
   * run and has no task gets one; and an edition that nobody asked for in the end is removed.
   */
  public void releaseAbandoned() {
    database.useTransaction(
        session -> {
          TaskStore tasks = new TaskStore(session);
          tasks.release(TASK);
          for (TaskStore.Missing missing : tasks.missing(TASK)) {
            LOG.warn("production {} had no task and is queued again", missing.productionId());
            schedule(session, missing.productionId(), rank(missing.queuedAt(), 0));
          }
        });
    Orphans.remove(library, producer);
  }

  /** Works until it is closed. What a killed program left half-done is taken up again. */
  public void start() {
    scheduler.start();
  }

  /**
   * Queues a production in the caller's transaction.
   *
   * <p>All are due at once, and the order of their times decides: the time of queueing and the
   * expected work on top, so that a short film passes the long ones before it, and none is passed
   * by films that came much later.
   *
   * @return its id
   */
  public String add(Session session, String capsuleId, long footageBytes) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    new ProductionStore(session).queue(id, capsuleId, now);
    schedule(session, id, rank(now, footageBytes));
    return id;
  }

  private static Instant rank(Instant queuedAt, long footageBytes) {
    Duration work = Duration.ofSeconds(footageBytes / BYTES_A_SECOND);
    return queuedAt.minus(LONGEST).plus(work.compareTo(LONGEST) < 0 ? work : LONGEST);
  }

  private void schedule(Session session, String productionId, Instant rank) {
    SchedulerClient.Builder.create(EnlistedConnection.of(session.connection()), task)
        .jdbcCustomization(customization)
        .build()
        .scheduleIfNotExists(task.instance(productionId), rank);
  }

  /**
   * Stops a production: a queued one never begins, a running one ends within a second or so.
   *
   * @return the state it is in now; empty where there is no such production
   */
  public Optional<State> cancel(String productionId) {
    return database.inTransaction(session -> cancel(session, productionId));
  }

  /** As {@link #cancel(String)}, in the caller's transaction. */
  public Optional<State> cancel(Session session, String productionId) {
    Optional<State> state = new ProductionStore(session).cancel(productionId, clock.instant());
    if (state.filter(State.CANCELLED::equals).isPresent()) {
      new TaskStore(session).removeWaiting(TASK, productionId);
    }
    return state;
  }

  /** Productions that wait, in the order in which they will be taken. */
  public static List<String> waiting(Session session) {
    return new TaskStore(session).waiting(TASK);
  }

  /** How many productions run side by side here. */
  public int atOnce() {
    return settings.atOnce();
  }

  /** Whether every production has come to its end. */
  public boolean isIdle() {
    return database.look(session -> new ProductionStore(session).underWay()).isEmpty();
  }

  private static CompletionHandler<Void> end(Optional<Instant> again) {
    return (complete, operations) ->
        again.ifPresentOrElse(when -> operations.reschedule(complete, when), operations::remove);
  }

  /**
   * Not even how the attempt ended could be written: the database cannot be reached, or memory is
   * short. The production must not lose its task over this; its row says what is left to do.
   */
  private void withoutEnd(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    LOG.error(
        "an attempt at production {} came to no end",
        complete.getExecution().getId(),
        complete.getCause().orElse(null));
    operations.reschedule(complete, clock.instant().plus(settings.pauseAfter(1)));
  }

  /** Hands back what is running. Called a second time, it returns when the first call has. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    attempt.handBackAll();
    scheduler.stop();
    timer.shutdownNow();
  }
}

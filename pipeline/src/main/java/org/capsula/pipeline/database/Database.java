package org.capsula.pipeline.database;

import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * The library's database. One transaction writes at a time; readers have connections of their own,
 * which see the last commit and never wait for a writer.
 *
 * <p>No file is written and nothing is encoded inside a transaction: the heartbeats of productions
 * wait for the same connection.
 */
public final class Database implements AutoCloseable {
  private final Engine engine;
  private final Pools pools;
  private final Jdbi writing;
  private final Jdbi reading;

  /** The schema must stand before anything is asked. */
  Database(Engine engine) {
    this.engine = engine;
    pools = engine.pools();
    writing = jdbi(pools.writer());
    reading = jdbi(pools.reader());
  }

  private static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    // What is bound may be the hash of a password, and messages go to the log and to a page.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(Database::statement);
    jdbi.registerArgument(new MillisecondArguments());
    jdbi.registerArgument(new TextArguments());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) -> {
          long millis = row.getLong(column);
          return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        });
    jdbi.registerColumnMapper(
        Duration.class,
        (row, column, context) -> {
          long millis = row.getLong(column);
          return row.wasNull() ? null : Duration.ofMillis(millis);
        });
    return jdbi;
  }

  /** The words of the database and the statement, without what was bound. */
  private static String statement(StatementException failure) {
    StatementContext context = failure.getStatementContext();
    String sql = context == null ? "" : " in: " + String.valueOf(context.getRawSql()).strip();
    return failure.getShortMessage() + sql;
  }

  /**
   * All or nothing, and on the disk when it returns.
   *
   * @throws DatabaseException where the machine is at fault: a full disk, a damaged file
   */
  public <T> T inTransaction(Function<Session, T> work) {
    return explained(
        writing,
        handle -> {
          engine.beginWriting(handle);
          return work.apply(new Session(handle));
        });
  }

  /** As {@link #inTransaction}, where there is nothing to return. */
  public void useTransaction(Consumer<Session> work) {
    inTransaction(
        session -> {
          work.accept(session);
          return true;
        });
  }

  /** For looking only; sees one state of everything. */
  public <T> T look(Function<Session, T> work) {
    return explained(reading, handle -> work.apply(new Session(handle)));
  }

  /** See {@link Engine#faults}. */
  public List<String> faults() {
    return look(session -> engine.faults(session.handle()));
  }

  private <T> T explained(Jdbi jdbi, Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw DatabaseException.of(engine, e).<RuntimeException>map(known -> known).orElse(e);
    }
  }

  /** Connections for the queue. */
  public DataSource dataSource() {
    return pools.queue();
  }

  /** Whether several programs may work with it at once. */
  public boolean isShared() {
    return engine.isShared();
  }

  /** Where it is, for people. */
  public String name() {
    return engine.name();
  }

  /** How far the clock of its machine is ahead of this one; zero where both are the same. */
  public Duration aheadOf(Clock clock) {
    return explained(
        reading,
        handle -> {
          // The first question pays for the connection.
          engine.millis(handle);
          Instant asked = clock.instant();
          Optional<Long> theirs = engine.millis(handle);
          Instant answered = clock.instant();
          Instant ours = asked.plus(Duration.between(asked, answered).dividedBy(2));
          return theirs
              .map(millis -> Duration.between(ours, Instant.ofEpochMilli(millis)))
              .orElse(Duration.ZERO);
        });
  }

  /** How busy its connections are just now. */
  public List<PoolUse> pools() {
    return pools.all().stream()
        .map(
            pool -> {
              HikariPoolMXBean use = pool.getHikariPoolMXBean();
              return new PoolUse(
                  pool.getPoolName(),
                  use.getActiveConnections(),
                  use.getIdleConnections(),
                  use.getThreadsAwaitingConnection());
            })
        .toList();
  }

  @Override
  public void close() {
    pools.close();
  }
}

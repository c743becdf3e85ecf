package org.capsula.pipeline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The library's database. SQLite has one connection that writes, shared by all stores and the
 * queue: with more it answers “busy” instead of waiting in line. Readers have their own, which see
 * the last commit and never wait for a writer (WAL).
 *
 * <p>No file is written and nothing is encoded inside a transaction: the heartbeats of productions
 * wait for the same connection.
 */
public final class Database implements AutoCloseable {
  /** Pages of one visit at a time need few; each costs a file handle and a cache. */
  private static final int READERS = 4;

  private final Path file;
  private final HikariDataSource writer;
  private final HikariDataSource reader;
  private final Jdbi writing;
  private final Jdbi reading;

  private Database(Path file, HikariDataSource writer, HikariDataSource reader) {
    this.file = file;
    this.writer = writer;
    this.reader = reader;
    writing = jdbi(writer);
    reading = jdbi(reader);
  }

  /**
   * @param file is created where it is missing; the schema must stand before anything is asked
   */
  static Database sqlite(Path file) {
    return new Database(
        file,
        pool("writer", dataSource(file, false), 1, "SELECT 1"),
        pool("reader", dataSource(file, true), READERS, "PRAGMA query_only = true"));
  }

  static SQLiteDataSource dataSource(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: what was acknowledged survives a power cut, not only a killed process.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    // Another process may hold it for a moment: a backup, somebody's sqlite3.
    config.setBusyTimeout((int) Duration.ofSeconds(10).toMillis());
    // Takes the write lock at BEGIN: a read that turns into a write half-way could not wait.
    config.setTransactionMode(
        readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static HikariDataSource pool(String name, DataSource source, int size, String atStart) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionInitSql(atStart);
    return new HikariDataSource(config);
  }

  private static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    // What is bound may be the hash of a password, and messages go to the log and to a page.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(Database::statement);
    jdbi.registerArgument(new MillisecondArguments());
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
    return explained(writing, work);
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
    return explained(reading, work);
  }

  private <T> T explained(Jdbi jdbi, Function<Session, T> work) {
    try {
      return jdbi.inTransaction(handle -> work.apply(new Session(handle)));
    } catch (JdbiException e) {
      throw DatabaseException.of(file, e).<RuntimeException>map(known -> known).orElse(e);
    }
  }

  /** The writing connection, for the queue. */
  public DataSource dataSource() {
    return writer;
  }

  /** How busy its connections are just now. */
  public List<PoolUse> pools() {
    return Stream.of(writer, reader)
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
    reader.close();
    writer.close();
  }
}

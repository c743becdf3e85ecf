package org.capsula.pipeline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite in a file of the library. It has one connection that writes, shared by all stores and the
 * queue: with more it answers “busy” instead of waiting in line.
 */
record SqliteEngine(Path file) implements Engine {
  /** Pages of one visit at a time need few; each costs a file handle and a cache. */
  private static final int READERS = 4;

  /** More of them say nothing new. */
  private static final int MOST_FAULTS = 20;

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public String option() {
    return "--library";
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public DataSource unpooled() {
    return source(false);
  }

  @Override
  public Pools pools() {
    HikariDataSource writer = pool("writer", source(false), 1, "SELECT 1");
    return new Pools(
        writer, pool("reader", source(true), READERS, "PRAGMA query_only = true"), writer);
  }

  SQLiteDataSource source(boolean readOnly) {
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

  @Override
  public String[] history() {
    return new String[0];
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("bytes", "BLOB", "instant", "TIMESTAMP");
  }

  @Override
  public void requireFit(Connection connection) {}

  /** Its transactions begin with the lock. */
  @Override
  public void beginWriting(Handle handle) {}

  @Override
  public Optional<Long> millis(Handle handle) {
    return Optional.empty();
  }

  /** A whole copy as of now, whatever stands in the write-ahead log. */
  @Override
  public Optional<Path> copyAside(Connection connection, String version) throws SQLException {
    Path copy = file.resolveSibling(file.getFileName() + ".before-" + version + ".bak");
    try {
      // Left by a start that was killed here: the database itself was not changed yet.
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new SQLException(copy + " cannot be replaced", e);
    }
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    return Optional.of(copy);
  }

  @Override
  public List<String> faults(Handle handle) {
    List<String> faults = new ArrayList<>();
    handle.createQuery("PRAGMA integrity_check(" + MOST_FAULTS + ")").mapTo(String.class).stream()
        .filter(line -> !line.equals("ok"))
        .forEach(faults::add);
    handle
        .createQuery("PRAGMA foreign_key_check")
        .map((row, context) -> row.getString("table") + " names " + row.getString("parent"))
        .stream()
        .limit(MOST_FAULTS)
        .forEach(line -> faults.add("a row of " + line + ", which has no such row"));
    return faults;
  }

  @Override
  public Optional<String> trouble(Throwable cause) {
    if (!(cause instanceof SQLiteException refused)) {
      return Optional.empty();
    }
    String sentence = isFull() ? full() : sentence(refused.getResultCode());
    return Optional.of(sentence).filter(words -> !words.isEmpty());
  }

  private String full() {
    return "The disk of " + file + " is full; free some space and start again.";
  }

  /** SQLite has many words for it; so does a disk that has bytes left but no room for a name. */
  boolean isFull() {
    try {
      Path probe = Files.createTempFile(file.toAbsolutePath().getParent(), "probe", null);
      try {
        Files.write(probe, new byte[64 * 1024]);
      } finally {
        Files.delete(probe);
      }
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("No space left");
    }
  }

  /** By the primary code, which is the lowest byte (sqlite.org/rescode.html); empty for others. */
  private String sentence(SQLiteErrorCode code) {
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_FULL -> full();
      case SQLITE_IOERR ->
          "The disk of "
              + file
              + " cannot be read or written ("
              + code.name()
              + "); see whether it is full, or failing, and start again.";
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          file
              + " is damaged, or no database of Capsula's; put a backup in its place, or choose"
              + " another --library.";
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
          file + " cannot be written; check its permissions, or choose another --library.";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          file + " is held by another program for too long; end that one and start again.";
      default -> "";
    };
  }
}

package org.capsula.pipeline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;

/**
 * PostgreSQL, for a library on which several programs work. As with SQLite one transaction writes
 * at a time, whichever program it is of: what the stores read before they write is still so.
 */
record PostgreSqlEngine(PGSimpleDataSource source) implements Engine {
  /** Held, or it would be forgotten with its level. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    // What it has to say it throws as well; its log would go past ours, and name addresses.
    DRIVER.setLevel(Level.OFF);
  }

  private static final int READERS = 4;

  /** db-scheduler polls and beats on one while tasks end on the other; Quartz takes its turn. */
  private static final int QUEUE = 4;

  /** “capsula” in ASCII: a lock of the database's that nobody else is likely to take. */
  private static final long WRITING = 0x63_61_70_73_75_6c_61L;

  /**
   * A program that is frozen, or whose machine is gone, in the middle of a transaction must not
   * hold the others up for ever. None of ours thinks for so long between two statements.
   */
  private static final String AT_START = "SET idle_in_transaction_session_timeout = '10s'";

  static PostgreSqlEngine of(String url, Map<String, String> environment) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no address of a PostgreSQL database");
    }
    if (source.getUser() == null && environment.containsKey("PGUSER")) {
      source.setUser(environment.get("PGUSER"));
    }
    if (source.getPassword() == null && environment.containsKey("PGPASSWORD")) {
      source.setPassword(environment.get("PGPASSWORD"));
    }
    source.setApplicationName("capsula");
    // It names what was bound, and messages go to the log and to a page.
    source.setLogServerErrorDetail(false);
    // Seconds: a machine that is gone sends no refusal.
    source.setConnectTimeout(10);
    source.setTcpKeepAlive(true);
    // Seconds, too; longer than any statement of ours takes, with its wait for the others.
    source.setSocketTimeout(120);
    return new PostgreSqlEngine(source);
  }

  @Override
  public String name() {
    return "the database “"
        + source.getDatabaseName()
        + "” at "
        + source.getServerNames()[0]
        + ":"
        + (source.getPortNumbers()[0] == 0 ? 5432 : source.getPortNumbers()[0]);
  }

  @Override
  public String option() {
    return "--database";
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public DataSource unpooled() {
    return source;
  }

  @Override
  public Pools pools() {
    HikariConfig looking = pool("reader", READERS);
    looking.setReadOnly(true);
    // One state of everything, however many statements look at it.
    looking.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    HikariDataSource writer = new HikariDataSource(pool("writer", 1));
    return new Pools(
        writer, new HikariDataSource(looking), new HikariDataSource(pool("queue", QUEUE)));
  }

  private HikariConfig pool(String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionInitSql(AT_START);
    return config;
  }

  /** Quartz's tables, which it cannot use in SQLite. */
  @Override
  public String[] history() {
    return new String[] {"classpath:db/postgresql"};
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("bytes", "BYTEA", "instant", "TIMESTAMP WITH TIME ZONE");
  }

  /** By trying it: the names of collations differ from system to system. */
  @Override
  public void requireFit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet fit =
            statement.executeQuery(
                """
                SELECT current_setting('server_encoding') = 'UTF8'
                   AND 'Z' < 'a' AND 'z' < 'é' AND 'a b' < 'ab'
                """)) {
      if (!fit.next() || !fit.getBoolean(1)) {
        throw new SchemaException(
            sentence(
                "sorts text by the rules of a language, or is not in UTF-8; make one that compares"
                    + " bytes: createdb --template=template0 --encoding=UTF8 --locale=C NAME"),
            null);
      }
    }
  }

  @Override
  public void beginWriting(Handle handle) {
    handle.execute("SELECT pg_advisory_xact_lock(?)", WRITING);
  }

  @Override
  public Optional<Long> millis(Handle handle) {
    return Optional.of(
        handle
            .createQuery("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")
            .mapTo(Long.class)
            .one());
  }

  @Override
  public Optional<Path> copyAside(Connection connection, String version) {
    return Optional.empty();
  }

  /** It minds its references itself, and has pg_amcheck for the rest. */
  @Override
  public List<String> faults(Handle handle) {
    return List.of();
  }

  @Override
  public Optional<String> trouble(Throwable cause) {
    if (cause instanceof PSQLException refused) {
      String words = words(String.valueOf(refused.getSQLState()));
      return words.isEmpty() ? Optional.empty() : Optional.of(sentence(words));
    }
    // The pool's own: nobody gave it a connection in time.
    return cause instanceof SQLTransientConnectionException && cause.getCause() == null
        ? Optional.of(sentence("does not answer; see whether it runs and has connections left."))
        : Optional.empty();
  }

  private String sentence(String words) {
    String name = name();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + words;
  }

  /** By SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html); empty for others. */
  private static String words(String state) {
    return switch (state) {
      case "53100" -> "has a full disk; free some space and start again.";
      case "53300" -> "has no connection left; raise its max_connections, or end other programs.";
      case "3D000" ->
          "does not exist; make it: createdb --template=template0 --encoding=UTF8 --locale=C NAME";
      case "42501" -> "does not let this user make tables; grant it, or name its owner.";
      case "25006" -> "cannot be written: it is a copy, or was set to be read only.";
      default -> {
        if (state.startsWith("28")) {
          yield "does not let this user in; check name and password (PGUSER, PGPASSWORD, ~/.pgpass).";
        }
        yield state.startsWith("08") || state.startsWith("57P") || state.equals("25P03")
            ? "cannot be reached; see whether it runs there and lets this machine in."
            : "";
      }
    };
  }
}

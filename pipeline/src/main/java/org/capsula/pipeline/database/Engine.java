package org.capsula.pipeline.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * A kind of database, where it is, and all in which the two kinds differ: schema and statements are
 * the same.
 */
public interface Engine {
  /**
   * @param file is created where it is missing
   */
  static Engine sqlite(Path file) {
    return new SqliteEngine(file);
  }

  /**
   * @param url {@code jdbc:postgresql://host:port/database}
   * @param environment of the program: PGUSER and PGPASSWORD stand in for what the address lacks
   * @throws IllegalArgumentException where the address cannot be read; without its text, which may
   *     hold a password
   */
  static Engine postgresql(String url, Map<String, String> environment) {
    return PostgreSqlEngine.of(url, environment);
  }

  /** For people: where it is, and no password. */
  String name();

  /** The option that chooses another one. */
  String option();

  /** Whether several programs may work with it at once. */
  boolean isShared();

  /** A connection at a time, for the schema. */
  DataSource unpooled();

  /** Connections for all others. */
  Pools pools();

  /** What its schema has besides the common one: locations of Flyway's. */
  String[] history();

  /** What the common schema calls differently. */
  Map<String, String> placeholders();

  /**
   * @throws SchemaException where it is there, and of no use to Capsula
   */
  void requireFit(Connection connection) throws SQLException;

  /** Makes a transaction the only one that writes, until it ends. */
  void beginWriting(Handle handle);

  /** Milliseconds since 1970 by the clock of the machine it runs on; empty where that is ours. */
  Optional<Long> millis(Handle handle);

  /**
   * Keeps what it holds before its schema is changed.
   *
   * @return where to; empty where that is left to its administrator
   */
  Optional<Path> copyAside(Connection connection, String version) throws SQLException;

  /**
   * Whether its pages and indexes are whole, and no row names one that is gone, as far as this kind
   * leaves that to its users.
   *
   * @return what is wrong, in the database's own words; empty where nothing is
   */
  List<String> faults(Handle handle);

  /** What the machine has against it, for its user; empty where the cause is none of those. */
  Optional<String> trouble(Throwable cause);
}

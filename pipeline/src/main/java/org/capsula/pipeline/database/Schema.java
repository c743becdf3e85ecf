package org.capsula.pipeline.database;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The schema's history: {@code db/migration}, one statement file a step. */
public final class Schema {
  private static final String HISTORY = "classpath:db/migration";

  private Schema() {}

  /**
   * Opens a database whose schema is of this program's version. An older one of SQLite's is copied
   * aside before it is changed.
   *
   * @throws SchemaException where it is newer, or unfit
   * @throws DatabaseException where it is damaged, its disk is full, or it cannot be reached
   */
  public static Database open(Engine engine) {
    return open(engine, HISTORY);
  }

  /** With a history of somebody else's. */
  static Database open(Engine engine, String... locations) {
    try {
      try (Connection connection = engine.unpooled().getConnection()) {
        engine.requireFit(connection);
      }
      Flyway flyway = flyway(engine, locations);
      requireNotNewer(flyway, engine);
      bringUpToDate(flyway, engine);
      return new Database(engine);
    } catch (FlywayException | PoolInitializationException | SQLException e) {
      throw DatabaseException.of(engine, e)
          .<RuntimeException>map(known -> known)
          .orElseGet(() -> strange(engine, e));
    }
  }

  /**
   * Opens a database beside the programs that work on it. Nothing of its schema is changed.
   *
   * @throws SchemaException where it is not of this program's version
   * @throws DatabaseException where it is damaged, or cannot be reached
   */
  public static Database beside(Engine engine) {
    Flyway flyway = flyway(engine, HISTORY);
    try {
      requireNotNewer(flyway, engine);
      if (flyway.info().current() == null || flyway.info().pending().length > 0) {
        throw new SchemaException(
            subject(engine)
                + " was made by an older Capsula; end the programs that work on it, start “capsula"
                + " serve” once with this one, which brings it up to date, and try again.",
            null);
      }
      return new Database(engine);
    } catch (FlywayException | PoolInitializationException e) {
      throw DatabaseException.of(engine, e)
          .<RuntimeException>map(known -> known)
          .orElseGet(() -> strange(engine, e));
    }
  }

  /** The newest step that this program knows. */
  public static int version() {
    return Stream.of(flyway(Engine.sqlite(Path.of(":memory:")), HISTORY).info().all())
        .mapToInt(step -> Integer.parseInt(String.valueOf(step.getVersion())))
        .max()
        .orElse(0);
  }

  static Flyway flyway(Engine engine, String... locations) {
    return Flyway.configure()
        .dataSource(engine.unpooled())
        .locations(
            Stream.concat(Stream.of(locations), Stream.of(engine.history())).toArray(String[]::new))
        .placeholders(engine.placeholders())
        .validateMigrationNaming(true)
        .load();
  }

  private static void requireNotNewer(Flyway flyway, Engine engine) {
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState() == MigrationState.FUTURE_SUCCESS
          || step.getState() == MigrationState.FUTURE_FAILED) {
        throw new SchemaException(
            subject(engine)
                + " was made by a newer Capsula (step "
                + step.getVersion()
                + " of its schema is unknown here); start it with that version, or choose another "
                + engine.option()
                + ".",
            null);
      }
    }
  }

  private static SchemaException strange(Engine engine, Exception failure) {
    return new SchemaException(
        subject(engine)
            + " is no database of Capsula's, or somebody changed its schema ("
            + firstLine(failure)
            + "); put a backup in its place, or choose another "
            + engine.option()
            + ".",
        failure);
  }

  private static void bringUpToDate(Flyway flyway, Engine engine) throws SQLException {
    MigrationInfo current = flyway.info().current();
    if (current == null || flyway.info().pending().length == 0) {
      flyway.migrate();
      return;
    }
    Optional<Path> copy = copyAside(engine, String.valueOf(current.getVersion()));
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw DatabaseException.of(engine, e)
          .<RuntimeException>map(known -> known)
          .orElseGet(() -> failed(engine, copy, e));
    }
  }

  private static Optional<Path> copyAside(Engine engine, String version) throws SQLException {
    try (Connection connection = engine.unpooled().getConnection()) {
      return engine.copyAside(connection, version);
    }
  }

  /** Each step is a transaction. */
  private static SchemaException failed(
      Engine engine, Optional<Path> copy, FlywayException failure) {
    return new SchemaException(
        subject(engine)
            + " could not be brought up to date ("
            + firstLine(failure)
            + "); report it, and go on with the Capsula that made it: what it held is "
            + copy.map(file -> "in " + file + " as well.").orElse("still there."),
        failure);
  }

  /** As a sentence begins. A path stays as it is. */
  private static String subject(Engine engine) {
    String name = engine.name();
    return name.startsWith("the ")
        ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
        : name;
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("no reason");
  }
}

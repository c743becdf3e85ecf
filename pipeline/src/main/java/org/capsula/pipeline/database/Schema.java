package org.capsula.pipeline.database;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The schema's history: {@code db/migration}, one statement file a step. */
public final class Schema {
  /** What SQLite and PostgreSQL name differently. */
  private static final Map<String, String> SQLITE = Map.of("bytes", "BLOB", "instant", "TIMESTAMP");

  private static final String HISTORY = "classpath:db/migration";

  private Schema() {}

  /**
   * Opens a SQLite database whose schema is of this program's version. An older one is copied aside
   * before it is changed.
   *
   * @throws SchemaException where it is newer
   * @throws DatabaseException where it is damaged or its disk is full
   */
  public static Database open(Path file) {
    return open(file, HISTORY);
  }

  /** With a history of somebody else's. */
  static Database open(Path file, String... locations) {
    DataSource source = Database.dataSource(file, false);
    Flyway flyway = flyway(source, locations);
    try {
      requireNotNewer(flyway, file);
      bringUpToDate(flyway, source, file);
      return Database.sqlite(file);
    } catch (FlywayException | PoolInitializationException | SQLException | IOException e) {
      throw DatabaseException.of(file, e)
          .<RuntimeException>map(known -> known)
          .orElseGet(() -> strange(file, e));
    }
  }

  /**
   * Opens a SQLite database beside the program that works on it. Nothing of its schema is changed.
   *
   * @throws SchemaException where it is not of this program's version
   * @throws DatabaseException where it is damaged
   */
  public static Database beside(Path file) {
    Flyway flyway = flyway(Database.dataSource(file, false), HISTORY);
    try {
      requireNotNewer(flyway, file);
      if (flyway.info().current() == null || flyway.info().pending().length > 0) {
        throw new SchemaException(
            file
                + " was made by an older Capsula; start “capsula serve” once with this one, which"
                + " brings it up to date, and try again.",
            null);
      }
      return Database.sqlite(file);
    } catch (FlywayException | PoolInitializationException e) {
      throw DatabaseException.of(file, e)
          .<RuntimeException>map(known -> known)
          .orElseGet(() -> strange(file, e));
    }
  }

  /** The newest step that this program knows. */
  public static int version() {
    DataSource nowhere = Database.dataSource(Path.of(":memory:"), false);
    return Stream.of(flyway(nowhere, HISTORY).info().all())
        .mapToInt(step -> Integer.parseInt(String.valueOf(step.getVersion())))
        .max()
        .orElse(0);
  }

  private static Flyway flyway(DataSource source, String... locations) {
    return Flyway.configure()
        .dataSource(source)
        .locations(locations)
        .placeholders(SQLITE)
        .validateMigrationNaming(true)
        .load();
  }

  private static void requireNotNewer(Flyway flyway, Path file) {
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState() == MigrationState.FUTURE_SUCCESS
          || step.getState() == MigrationState.FUTURE_FAILED) {
        throw new SchemaException(
            file
                + " was made by a newer Capsula (step "
                + step.getVersion()
                + " of its schema is unknown here); start it with that version, or choose another"
                + " --library.",
            null);
      }
    }
  }

  private static SchemaException strange(Path file, Exception failure) {
    return new SchemaException(
        file
            + " is no database of Capsula's, or somebody changed its schema ("
            + firstLine(failure)
            + "); put a backup in its place, or choose another --library.",
        failure);
  }

  private static void bringUpToDate(Flyway flyway, DataSource source, Path file)
      throws SQLException, IOException {
    MigrationInfo current = flyway.info().current();
    if (current == null || flyway.info().pending().length == 0) {
      flyway.migrate();
      return;
    }
    Path copy = copyAside(source, file, String.valueOf(current.getVersion()));
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw DatabaseException.of(file, e)
          .<RuntimeException>map(known -> known)
          .orElseGet(() -> failed(file, copy, e));
    }
  }

  /** Each step is a transaction. */
  private static SchemaException failed(Path file, Path copy, FlywayException failure) {
    return new SchemaException(
        file
            + " could not be brought up to date ("
            + firstLine(failure)
            + "); report it, and go on with the Capsula that made it: what it held is in "
            + copy
            + " as well.",
        failure);
  }

  /** A whole copy as of now, whatever stands in the write-ahead log. */
  private static Path copyAside(DataSource source, Path file, String version)
      throws SQLException, IOException {
    Path copy = file.resolveSibling(file.getFileName() + ".before-" + version + ".bak");
    // Left by a start that was killed here: the database itself was not changed yet.
    Files.deleteIfExists(copy);
    try (Connection connection = source.getConnection();
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    return copy;
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("no reason");
  }
}

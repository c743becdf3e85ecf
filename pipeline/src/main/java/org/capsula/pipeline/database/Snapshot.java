package org.capsula.pipeline.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A copy of a database as of one moment, while others go on writing into it. */
public final class Snapshot {
  private Snapshot() {}

  /**
   * Whatever stands in the write-ahead log is in it.
   *
   * @param target is not there yet
   * @throws DatabaseException where the disk is full, or the database damaged
   */
  public static void take(Path database, Path target) {
    try (Connection connection = new SqliteEngine(database).source(true).getConnection();
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, target.toString());
      vacuum.execute();
    } catch (SQLException e) {
      // Of the two it is the target that grows; a fault of the source is worded for the source.
      SqliteEngine there = new SqliteEngine(target);
      Engine place = there.isFull() ? there : Engine.sqlite(database);
      throw DatabaseException.of(place, e)
          .<RuntimeException>map(known -> known)
          .orElseGet(() -> new IllegalStateException("the database cannot be copied", e));
    }
  }
}

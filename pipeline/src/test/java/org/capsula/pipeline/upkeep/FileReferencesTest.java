package org.capsula.pipeline.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Footage is removed when no foreign key leads to it any more; so whatever names a stored file has
 * to be one.
 */
final class FileReferencesTest {
  /**
   * The files of an edition are named by it, and stand in its folder; an upload is not in storage
   * yet.
   */
  private static final Set<String> NO_STORED_FILES =
      Set.of("stored_file.sha256", "edition_file.sha256", "upload.sha256");

  @Test
  void everyColumnThatNamesAStoredFile_isAForeignKey(@TempDir Path folder) throws Exception {
    try (Larder larder = new Larder(folder)) {
      larder
          .library
          .database()
          .useTransaction(
              session -> {
                try {
                  var schema = session.connection().getMetaData();
                  Set<String> keys =
                      names(
                          schema.getExportedKeys(null, null, "stored_file"),
                          "FKTABLE_NAME",
                          "FKCOLUMN_NAME");
                  Set<String> columns =
                      names(
                          schema.getColumns(null, null, "%", "%sha256"),
                          "TABLE_NAME",
                          "COLUMN_NAME");
                  columns.removeAll(NO_STORED_FILES);
                  columns.removeIf(column -> column.endsWith(".secret_sha256"));
                  assertThat(keys).contains("capsule.footage_sha256", "document.sha256");
                  assertThat(keys).containsAll(columns);
                } catch (SQLException e) {
                  throw new AssertionError(e);
                }
              });
    }
  }

  private static Set<String> names(ResultSet rows, String table, String column)
      throws SQLException {
    Set<String> names = new TreeSet<>();
    try (rows) {
      while (rows.next()) {
        names.add(rows.getString(table) + "." + rows.getString(column));
      }
    }
    return names;
  }
}

package org.capsula.server.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A library from outside: its database and its files, past the program. */
record LibraryFolder(Path path, String database) {
  LibraryFolder(Path path) {
    this(path, "jdbc:sqlite:" + path.resolve("capsula.db"));
  }

  /** Each row as one text, its columns separated by a bar. */
  List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  /** All that it holds. Whether it changed is seen by comparing. */
  List<String> everything() throws SQLException, IOException {
    List<String> all = new ArrayList<>();
    for (String table :
        rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'inbox_file'")) {
      rows("SELECT * FROM " + table + " ORDER BY 1, 2").forEach(row -> all.add(table + ": " + row));
    }
    for (String folder : List.of("files", "editions", "recipes", "work", "incoming")) {
      all.addAll(files(folder));
    }
    return all;
  }

  /** With their lengths. */
  List<String> files(String folder) throws IOException {
    try (Stream<Path> found = Files.walk(path.resolve(folder))) {
      return found
          .filter(file -> Files.isRegularFile(file))
          .map(file -> path.relativize(file) + " " + file.toFile().length())
          .sorted()
          .toList();
    }
  }

  boolean holds(Path footage) throws IOException {
    String sha256 = sha256(Files.readAllBytes(footage));
    Path stored = path.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    return Files.exists(stored) && sha256(Files.readAllBytes(stored)).equals(sha256);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

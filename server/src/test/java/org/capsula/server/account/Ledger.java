package org.capsula.server.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.library.Library;
import org.jdbi.v3.core.Handle;

/**
 * All that a library holds at one moment: every row of every table, and every file with its length.
 */
record Ledger(Map<String, List<String>> tables, List<String> files) {

  static Ledger of(Library library) throws IOException {
    return new Ledger(library.database().look(Ledger::tables), files(library.folder()));
  }

  private static Map<String, List<String>> tables(Session session) {
    Handle handle = session.handle();
    Map<String, List<String>> tables = new TreeMap<>();
    for (String table :
        handle
            .createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
            .mapTo(String.class)
            .list()) {
      tables.put(
          table,
          handle.createQuery("SELECT * FROM " + table).mapToMap().stream()
              .map(row -> new TreeMap<>(row).toString())
              .sorted()
              .toList());
    }
    return tables;
  }

  /** But those of the database itself. */
  private static List<String> files(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> !file.getFileName().toString().startsWith("capsula.db"))
          .sorted()
          .forEach(file -> files.add(folder.relativize(file) + " " + length(file)));
    }
    return files;
  }

  private static long length(Path file) {
    try {
      return Files.isDirectory(file) ? 0 : Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

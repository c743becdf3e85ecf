package org.capsula.pipeline.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.database.Session;

/**
 * Keeps a folder and a database together: what stands in the folder and not in the database is
 * taken for leavings and removed after a while, so the wrong one of either would cost everything.
 */
final class Pairing {
  private static final String SQLITE = "capsula.db";

  /** Of a folder whose database is elsewhere; its text stands in that database too. */
  private static final String SHARED = "database-id";

  private Pairing() {}

  static boolean isLibrary(Path folder) {
    return Files.exists(folder.resolve(SQLITE)) || Files.exists(folder.resolve(SHARED));
  }

  static Engine embedded(Path home) {
    return Engine.sqlite(file(home));
  }

  static Path file(Path home) {
    return home.resolve(SQLITE);
  }

  /** Before a database is made or changed. */
  static void require(Path home, Engine engine) {
    if (engine.isShared() && Files.exists(home.resolve(SQLITE))) {
      throw new LibraryException(
          "The library "
              + home
              + " has its own database (capsula.db); leave --database out, or choose another"
              + " --library.",
          null);
    }
    if (!engine.isShared() && Files.exists(home.resolve(SHARED))) {
      throw new LibraryException(
          "The library "
              + home
              + " has its database in PostgreSQL; give --database with its address, or choose"
              + " another --library.",
          null);
    }
  }

  /** Ties a new folder to a new database; of others it requires that they are tied. */
  static void tie(Path home, Database database) throws IOException {
    if (theirs(database).isEmpty() && isEmpty(home)) {
      // A start that was killed in between may have written the folder's half already.
      String id = ours(home).orElseGet(() -> UUID.randomUUID().toString());
      Files.writeString(home.resolve(SHARED), id);
      database.useTransaction(session -> insertFirst(session, id));
    }
    requireTied(home, database);
  }

  /** Another machine may have tied a folder of its own since. */
  private static void insertFirst(Session session, String id) {
    SharedLibraryStore store = new SharedLibraryStore(session);
    if (store.id().isEmpty()) {
      store.insert(id);
    }
  }

  private static Optional<String> theirs(Database database) {
    return database.look(session -> new SharedLibraryStore(session).id());
  }

  private static Optional<String> ours(Path home) throws IOException {
    Path file = home.resolve(SHARED);
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  static void requireTied(Path home, Database database) throws IOException {
    Optional<String> theirs = theirs(database);
    if (theirs.isEmpty() || !theirs.equals(ours(home))) {
      throw new LibraryException(
          "The folder "
              + home
              + " is not the one of "
              + database.name()
              + "; give --library the folder that all its programs share, or --database the one"
              + " that goes with it.",
          null);
    }
  }

  /** Nothing is stored there that a database could name. */
  private static boolean isEmpty(Path home) throws IOException {
    Path files = home.resolve("files");
    if (!Files.exists(files)) {
      return true;
    }
    try (Stream<Path> stored = Files.list(files)) {
      return stored.findAny().isEmpty();
    }
  }
}

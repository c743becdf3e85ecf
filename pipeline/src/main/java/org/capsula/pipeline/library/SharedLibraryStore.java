package org.capsula.pipeline.library;

import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Which folder a database of several programs belongs to. SQLite has no such table. */
final class SharedLibraryStore {
  private final Handle handle;

  SharedLibraryStore(Session session) {
    handle = session.handle();
  }

  Optional<String> id() {
    return handle.createQuery("SELECT id FROM shared_library").mapTo(String.class).findOne();
  }

  void insert(String id) {
    handle.execute("INSERT INTO shared_library (id) VALUES (?)", id);
  }
}

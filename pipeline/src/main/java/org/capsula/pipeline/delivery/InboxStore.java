package org.capsula.pipeline.delivery;

import java.nio.file.Path;
import java.time.Instant;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Keeps which files of inboxes were taken, so that gigabytes are not read again at each look. */
final class InboxStore {
  private final Handle handle;

  InboxStore(Session session) {
    handle = session.handle();
  }

  boolean isTaken(SeenFile file) {
    return handle
        .createQuery("SELECT 1 FROM inbox_file WHERE path = ? AND bytes = ? AND modified_at = ?")
        .bind(0, file.path().toString())
        .bind(1, file.bytes())
        .bind(2, file.modifiedAt())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void take(SeenFile file, Instant now) {
    handle.execute(
        """
        INSERT INTO inbox_file (path, bytes, modified_at, taken_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (path) DO UPDATE
        SET bytes = excluded.bytes, modified_at = excluded.modified_at,
            taken_at = excluded.taken_at
        """,
        file.path().toString(),
        file.bytes(),
        file.modifiedAt(),
        now);
  }

  /** A file as it was at one look. */
  record SeenFile(Path path, long bytes, Instant modifiedAt) {}
}

package org.capsula.pipeline.catalog.capsule;

import java.time.Instant;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.storage.StoredFile;
import org.jdbi.v3.core.Handle;

/** Keeps what storage holds. */
public final class StoredFileStore {
  private final Handle handle;

  public StoredFileStore(Session session) {
    handle = session.handle();
  }

  /** Says nothing of a file that is known. */
  public void save(StoredFile file, Instant now) {
    handle.execute(
        """
        INSERT INTO stored_file (sha256, bytes, stored_at) VALUES (?, ?, ?)
        ON CONFLICT (sha256) DO NOTHING
        """,
        file.sha256(),
        file.bytes(),
        now);
  }

  /** How long a file is that is stored. */
  public long bytes(String sha256) {
    return handle
        .createQuery("SELECT bytes FROM stored_file WHERE sha256 = ?")
        .bind(0, sha256)
        .mapTo(Long.class)
        .one();
  }

  public Instant storedAt(String sha256) {
    return handle
        .createQuery("SELECT stored_at FROM stored_file WHERE sha256 = ?")
        .bind(0, sha256)
        .mapTo(Instant.class)
        .one();
  }

  /** Whether a file of this length is stored: only then may another be the same. */
  public boolean hasLength(long bytes) {
    return handle
        .createQuery("SELECT 1 FROM stored_file WHERE bytes = ? LIMIT 1")
        .bind(0, bytes)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}

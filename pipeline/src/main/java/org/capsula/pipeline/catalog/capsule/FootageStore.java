package org.capsula.pipeline.catalog.capsule;

import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Looks footage up by what is known of it before its bytes are. */
public final class FootageStore {
  private final Handle handle;

  public FootageStore(Session session) {
    handle = session.handle();
  }

  /** Ids of capsules whose footage came under this name and has this length. */
  public List<String> capsulesLike(String footageName, long bytes) {
    return handle
        .createQuery(
            """
            SELECT c.id FROM capsule c JOIN stored_file f ON f.sha256 = c.footage_sha256
            WHERE c.footage_name = ? AND f.bytes = ? ORDER BY c.created_at, c.id
            """)
        .bind(0, footageName)
        .bind(1, bytes)
        .mapTo(String.class)
        .list();
  }
}

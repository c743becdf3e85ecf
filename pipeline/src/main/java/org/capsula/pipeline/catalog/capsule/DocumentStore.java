package org.capsula.pipeline.catalog.capsule;

import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps documents. */
public final class DocumentStore {
  private final Handle handle;

  public DocumentStore(Session session) {
    handle = session.handle();
  }

  /** In place of the one of its name. */
  public void save(Document document) {
    handle
        .createUpdate(
            """
            INSERT INTO document (id, capsule_id, kind, file_name, media_type, sha256, bytes,
                                  added_at)
            VALUES (:id, :capsuleId, :kind, :fileName, :mediaType, :sha256, :bytes, :addedAt)
            ON CONFLICT (capsule_id, file_name) DO UPDATE
            SET kind = excluded.kind, media_type = excluded.media_type, sha256 = excluded.sha256,
                bytes = excluded.bytes, added_at = excluded.added_at
            """)
        .bindMethods(document)
        .execute();
  }

  public void remove(String id) {
    handle.execute("DELETE FROM document WHERE id = ?", id);
  }

  public List<Document> of(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT id, capsule_id, kind, file_name, media_type, sha256, bytes, added_at
            FROM document WHERE capsule_id = ? ORDER BY kind, file_name
            """)
        .bind(0, capsuleId)
        .map(ConstructorMapper.of(Document.class))
        .list();
  }
}

package org.capsula.pipeline.catalog.editorial;

import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps the posters that were chosen. */
public final class PosterStore {
  private final Handle handle;

  public PosterStore(Session session) {
    handle = session.handle();
  }

  public void save(String capsuleId, Poster poster) {
    handle
        .createUpdate(
            """
            INSERT INTO capsule_poster (capsule_id, sha256, bytes, at_ms)
            VALUES (:capsule, :sha256, :bytes, :at)
            ON CONFLICT (capsule_id) DO UPDATE
            SET sha256 = excluded.sha256, bytes = excluded.bytes, at_ms = excluded.at_ms
            """)
        .bind("capsule", capsuleId)
        .bindMethods(poster)
        .execute();
  }

  /** The edition's own is shown again. */
  public void remove(String capsuleId) {
    handle.execute("DELETE FROM capsule_poster WHERE capsule_id = ?", capsuleId);
  }

  public Optional<Poster> of(String capsuleId) {
    return handle
        .createQuery("SELECT sha256, bytes, at_ms AS at FROM capsule_poster WHERE capsule_id = ?")
        .bind(0, capsuleId)
        .map(ConstructorMapper.of(Poster.class))
        .findOne();
  }
}

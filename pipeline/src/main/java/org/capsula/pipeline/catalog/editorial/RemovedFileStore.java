package org.capsula.pipeline.catalog.editorial;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.capsula.pipeline.catalog.editorial.RemovedFile.Kind;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps what was removed, for whoever wants it back. */
public final class RemovedFileStore {
  private static final String SELECT =
      """
      SELECT id, capsule_id, kind, sha256, webvtt_sha256, track_id, content, removed_at
      FROM removed_file
      """;

  private final Handle handle;

  public RemovedFileStore(Session session) {
    handle = session.handle();
    handle.registerColumnMapper(
        Kind.class,
        (row, column, context) -> Kind.valueOf(row.getString(column).toUpperCase(Locale.ROOT)));
  }

  public void insert(RemovedFile file) {
    handle
        .createUpdate(
            """
            INSERT INTO removed_file (id, capsule_id, kind, sha256, webvtt_sha256, track_id,
                                      content, removed_at)
            VALUES (:id, :capsuleId, :kindWord, :sha256, :webvttSha256, :trackId, :content,
                    :removedAt)
            """)
        .bindMethods(file)
        .bind("kindWord", file.kind().name().toLowerCase(Locale.ROOT))
        .execute();
  }

  /** Newest first. */
  public List<RemovedFile> of(String capsuleId) {
    return handle
        .createQuery(SELECT + "WHERE capsule_id = ? ORDER BY removed_at DESC, id")
        .bind(0, capsuleId)
        .map(ConstructorMapper.of(RemovedFile.class))
        .list();
  }

  /** Keeps them no longer, nor their histories. Their bytes stay for the pruning. */
  public void forgetRemovedBy(Instant then) {
    handle.execute("DELETE FROM removed_file WHERE removed_at <= ?", then);
    handle.execute(
        """
        DELETE FROM track_revision
        WHERE track_id NOT IN (SELECT id FROM track)
          AND track_id NOT IN (SELECT track_id FROM removed_file WHERE track_id IS NOT NULL)
        """);
  }

  /**
   * @return what is no longer kept here; empty where somebody was quicker
   */
  public Optional<RemovedFile> take(String capsuleId, String id) {
    Optional<RemovedFile> file =
        handle
            .createQuery(SELECT + "WHERE capsule_id = ? AND id = ?")
            .bind(0, capsuleId)
            .bind(1, id)
            .map(ConstructorMapper.of(RemovedFile.class))
            .findOne();
    handle.execute("DELETE FROM removed_file WHERE capsule_id = ? AND id = ?", capsuleId, id);
    return file;
  }
}

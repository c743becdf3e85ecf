package org.capsula.pipeline.revision;

import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.change.ChangeStore;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Keeps the revisions of text tracks. The track itself holds the newest once more, for all that
 * only shows.
 */
public final class RevisionStore {
  private static final String SELECT =
      """
      SELECT r.track_id, r.number, r.webvtt_sha256, r.webvtt_bytes, r.cues, r.findings, r.made_at,
             r.made_by, a.shown_name AS made_by_name
      FROM track_revision r
      LEFT JOIN account a ON a.id = r.made_by
      """;

  private final Handle handle;

  public RevisionStore(Session session) {
    handle = session.handle();
  }

  /**
   * Adds it where the one before it is the track's newest, and shows it from then on. The row is
   * held until the transaction ends, so that of two only one is the next.
   *
   * @return whether it was; not where somebody else was faster, or the track is gone
   */
  public boolean add(Revision revision) {
    int updated =
        handle
            .createUpdate(
                """
                UPDATE track
                SET revision = :number, webvtt_sha256 = :webvttSha256, webvtt_bytes = :webvttBytes,
                    cues = :cues, findings = :findings
                WHERE id = :trackId AND revision = :number - 1
                """)
            .bindMethods(revision)
            .execute();
    if (updated == 0) {
      return false;
    }
    new ChangeStore(handle).ofTrack(revision.trackId());
    handle
        .createUpdate(
            """
            INSERT INTO track_revision (track_id, capsule_id, number, webvtt_sha256, webvtt_bytes,
                                        cues, findings, made_at, made_by)
            SELECT id, capsule_id, :number, :webvttSha256, :webvttBytes, :cues, :findings, :madeAt,
                   :madeBy
            FROM track WHERE id = :trackId
            """)
        .bindMethods(revision)
        .execute();
    return true;
  }

  /** Newest first; none of a track that was removed. */
  public List<Revision> of(String trackId) {
    return handle
        .createQuery(
            SELECT + "JOIN track t ON t.id = r.track_id WHERE t.id = ? ORDER BY r.number DESC")
        .bind(0, trackId)
        .map(ConstructorMapper.of(Revision.class))
        .list();
  }

  public Optional<Revision> find(String trackId, int number) {
    return handle
        .createQuery(SELECT + "WHERE r.track_id = ? AND r.number = ?")
        .bind(0, trackId)
        .bind(1, number)
        .map(ConstructorMapper.of(Revision.class))
        .findOne();
  }

  public Optional<Revision> newest(String trackId) {
    return handle
        .createQuery(
            SELECT + "JOIN track t ON t.id = r.track_id AND t.revision = r.number WHERE t.id = ?")
        .bind(0, trackId)
        .map(ConstructorMapper.of(Revision.class))
        .findOne();
  }
}

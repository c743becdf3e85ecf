package org.capsula.pipeline.catalog.release;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps how far somebody has looked at subtitles. */
public final class ReviewStore {
  private final Handle handle;

  public ReviewStore(Session session) {
    this(session.handle());
  }

  ReviewStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Of the track as it is now: of its file, read so, in this language.
   *
   * @param accountId who has looked; null for nobody in particular
   */
  public void decide(String trackId, Review review, @Nullable String accountId, Instant now) {
    handle.execute("DELETE FROM track_review WHERE track_id = ?", trackId);
    if (review == Review.DRAFT) {
      return;
    }
    handle.execute(
        """
        INSERT INTO track_review (track_id, state, source, charset, language, decided_at,
                                  decided_by)
        SELECT id, ?, source_sha256, charset, language, ?, ? FROM track WHERE id = ?
        """,
        review.word(),
        now,
        accountId,
        trackId);
  }

  /** By track; all that a capsule has. */
  public Map<String, Review> byTrack(String capsuleId) {
    Map<String, Review> reviews = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT t.id, COALESCE(v.state, 'draft')
            FROM track t
            LEFT JOIN track_review v ON v.track_id = t.id AND v.source = t.source_sha256
              AND v.charset = t.charset AND v.language = t.language
            WHERE t.capsule_id = ?
            """)
        .bind(0, capsuleId)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(row -> reviews.put(row.getKey(), Review.ofWord(row.getValue()).orElseThrow()));
    return reviews;
  }

  /** By language: of what can be read beside the picture, the one that is furthest. */
  Map<String, Review> ofCapsule(String capsuleId) {
    Map<String, Review> best = new HashMap<>();
    Map<String, Review> byTrack = byTrack(capsuleId);
    handle
        .createQuery(
            """
            SELECT id, language FROM track
            WHERE capsule_id = ? AND role IN ('subtitles', 'captions')
            """)
        .bind(0, capsuleId)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            row ->
                best.merge(
                    row.getValue(),
                    byTrack.get(row.getKey()),
                    (one, other) -> one.compareTo(other) < 0 ? other : one));
    return best;
  }
}

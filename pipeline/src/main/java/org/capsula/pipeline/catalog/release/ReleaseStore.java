package org.capsula.pipeline.catalog.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps releases. Whether one shows its capsule now is the viewing store's single sentence. */
public final class ReleaseStore {
  private final Handle handle;

  public ReleaseStore(Session session) {
    handle = session.handle();
  }

  /** In place of the one before. */
  public void save(Release release) {
    handle
        .createUpdate(
            """
            INSERT INTO release (capsule_id, audience, opens_at, closes_at, zone)
            VALUES (:capsuleId, :audienceWord, :opensAt, :closesAt, :zoneId)
            ON CONFLICT (capsule_id) DO UPDATE
            SET audience = excluded.audience, opens_at = excluded.opens_at,
                closes_at = excluded.closes_at, zone = excluded.zone
            """)
        .bind("capsuleId", release.capsuleId())
        .bind("audienceWord", release.audience().word())
        .bind("opensAt", release.opensAt())
        .bind("closesAt", release.closesAt())
        .bind("zoneId", release.zone().getId())
        .execute();
    requireLanguages(release.capsuleId(), release.requiredLanguages());
  }

  /** Without subtitles in one of these it stays shut, whatever its release says. */
  public void requireLanguages(String capsuleId, List<String> languages) {
    handle.execute("DELETE FROM required_language WHERE capsule_id = ?", capsuleId);
    for (String language : new TreeSet<>(languages)) {
      handle.execute(
          "INSERT INTO required_language (capsule_id, language) VALUES (?, ?)",
          capsuleId,
          language);
    }
  }

  /**
   * For everybody from now on; what was open already opened when it did. A closing time that is
   * still to come stays: somebody had a reason for it.
   */
  public void open(String capsuleId, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO release (capsule_id, audience, opens_at, closes_at, zone)
            VALUES (:capsuleId, 'public', :now, NULL, 'UTC')
            ON CONFLICT (capsule_id) DO UPDATE
            SET opens_at = CASE
                  WHEN release.audience = 'public' AND release.opens_at < excluded.opens_at
                    AND (release.closes_at IS NULL OR release.closes_at > excluded.opens_at)
                  THEN release.opens_at ELSE excluded.opens_at END,
                closes_at = CASE WHEN release.closes_at > excluded.opens_at
                  THEN release.closes_at END,
                audience = 'public'
            """)
        .bind("capsuleId", capsuleId)
        .bind("now", now)
        .execute();
  }

  /** From now on; what was to open later will not. */
  public void close(String capsuleId, Instant now) {
    handle.execute(
        """
        UPDATE release SET closes_at = ?
        WHERE capsule_id = ? AND (closes_at IS NULL OR closes_at > ?)
        """,
        now,
        capsuleId,
        now);
  }

  /**
   * What is decided of a capsule, and what it lacks whatever was decided.
   *
   * @param audience its word; null for a draft
   * @param opensAt null for a draft
   * @param closesAt null for never, and for a draft
   * @param film whether there is an edition to show
   * @param held whether that edition waits for somebody to look at it
   */
  public record Standing(
      @Nullable String audience,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      boolean film,
      boolean held) {}

  /** Empty where there is no such capsule, or it was deleted. */
  public Optional<Standing> standing(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT r.audience, r.opens_at, r.closes_at, e.id IS NOT NULL AS film,
                   COALESCE(e.held, :no) AS held
            FROM capsule c
            LEFT JOIN release r ON r.capsule_id = c.id
            LEFT JOIN edition e ON e.id = c.edition_id
            WHERE c.id = :id AND c.deleted_at IS NULL
            """)
        .bind("no", false)
        .bind("id", capsuleId)
        .map(ConstructorMapper.of(Standing.class))
        .findOne();
  }

  /** Required, and without subtitles so far. */
  public List<String> missingLanguages(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT l.language FROM required_language l
            WHERE l.capsule_id = :id
              AND NOT EXISTS (SELECT 1 FROM track t
                              WHERE t.capsule_id = l.capsule_id AND t.language = l.language
                                AND t.role IN ('subtitles', 'captions'))
            ORDER BY l.language
            """)
        .bind("id", capsuleId)
        .mapTo(String.class)
        .list();
  }

  /** Empty where there is no release. */
  public Optional<Instant> opensAt(String capsuleId) {
    return handle
        .createQuery("SELECT opens_at FROM release WHERE capsule_id = ?")
        .bind(0, capsuleId)
        .mapTo(Instant.class)
        .findOne();
  }

  public boolean exists(String capsuleId) {
    return handle
        .createQuery("SELECT 1 FROM release WHERE capsule_id = ?")
        .bind(0, capsuleId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}

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

  /** For everybody from now on; what was open already opened when it did. */
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
                audience = 'public', closes_at = NULL
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
   * When it is open.
   *
   * @param closesAt null for never
   */
  public record Hours(Instant opensAt, @Nullable Instant closesAt) {}

  /** Empty where there is no release. */
  public Optional<Hours> hours(String capsuleId) {
    return handle
        .registerRowMapper(Hours.class, ConstructorMapper.of(Hours.class))
        .createQuery("SELECT opens_at, closes_at FROM release WHERE capsule_id = ?")
        .bind(0, capsuleId)
        .mapTo(Hours.class)
        .findOne();
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

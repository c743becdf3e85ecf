package org.capsula.pipeline.catalog.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.Release.Notices;
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

  /** In place of the one before. An address that was given away once stays the same. */
  public void save(Release release) {
    boolean link = release.audience() == Audience.LINK;
    handle
        .createUpdate(
            """
            INSERT INTO release (capsule_id, audience, opens_at, closes_at, zone, announced,
                                 after_closing, link_key)
            VALUES (:capsuleId, :audienceWord, :opensAt, :closesAt, :zoneId, :announced,
                    :after, :key)
            ON CONFLICT (capsule_id) DO UPDATE
            SET audience = excluded.audience, opens_at = excluded.opens_at,
                closes_at = excluded.closes_at, zone = excluded.zone,
                announced = excluded.announced, after_closing = excluded.after_closing,
                link_key = COALESCE(release.link_key, excluded.link_key)
            """)
        .bind("capsuleId", release.capsuleId())
        .bind("audienceWord", release.audience().word())
        .bind("opensAt", release.opensAt())
        .bind("closesAt", release.closesAt())
        .bind("zoneId", release.zone().getId())
        .bind("announced", release.notices().announced())
        .bind("after", release.notices().archived() ? "archived" : "hidden")
        .bind("key", link ? LinkKey.fresh() : null)
        .execute();
    require(release.capsuleId(), release.required());
  }

  private void require(String capsuleId, List<RequiredLanguage> languages) {
    handle.execute("DELETE FROM required_language WHERE capsule_id = ?", capsuleId);
    for (RequiredLanguage each : languages) {
      handle.execute(
          """
          INSERT INTO required_language (capsule_id, language, review) VALUES (?, ?, ?)
          ON CONFLICT (capsule_id, language) DO NOTHING
          """,
          capsuleId,
          each.language(),
          each.review().word());
    }
  }

  /**
   * Without subtitles in one of these it stays shut, whatever its release says. How far those have
   * to be that were required already stays.
   */
  public void requireLanguages(String capsuleId, List<String> languages) {
    Map<String, RequiredLanguage> before =
        required(capsuleId).stream()
            .collect(Collectors.toMap(RequiredLanguage::language, Function.identity()));
    require(
        capsuleId,
        RequiredLanguage.present(languages).stream()
            .map(each -> before.getOrDefault(each.language(), each))
            .toList());
  }

  /** In the order of their tags. */
  public List<RequiredLanguage> required(String capsuleId) {
    return handle
        .createQuery(
            "SELECT language, review FROM required_language WHERE capsule_id = ? ORDER BY language")
        .bind(0, capsuleId)
        .map((row, context) -> new RequiredLanguage(row.getString(1), review(row.getString(2))))
        .list();
  }

  private static Review review(String word) {
    return Review.ofWord(word).orElseThrow();
  }

  /** Empty for a draft. */
  public Optional<Release> find(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT audience, opens_at, closes_at, zone, announced, after_closing
            FROM release WHERE capsule_id = ?
            """)
        .bind(0, capsuleId)
        .map(
            (row, context) -> {
              long closes = row.getLong("closes_at");
              boolean everOpen = row.wasNull();
              return new Release(
                  capsuleId,
                  Audience.ofWord(row.getString("audience")).orElseThrow(),
                  Instant.ofEpochMilli(row.getLong("opens_at")),
                  everOpen ? null : Instant.ofEpochMilli(closes),
                  ZoneId.of(row.getString("zone")),
                  required(capsuleId),
                  new Notices(
                      row.getBoolean("announced"),
                      row.getString("after_closing").equals("archived")));
            })
        .findOne();
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
   * @param linkKey what its address ends in for who has the link; null where it never had one
   */
  public record Standing(
      @Nullable String audience,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      boolean film,
      boolean held,
      @Nullable String linkKey) {}

  /** Empty where there is no such capsule, or it was deleted. */
  public Optional<Standing> standing(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT r.audience, r.opens_at, r.closes_at, e.id IS NOT NULL AS film,
                   COALESCE(e.held, :no) AS held, r.link_key
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

  /**
   * Subtitles that are not as far as they have to be.
   *
   * @param needed how far they have to be
   * @param found how far they are; null where there are none
   */
  public record Lack(String language, Review needed, @Nullable Review found) {}

  /** What is required, and is not there or was not looked at. */
  public List<Lack> lacks(String capsuleId) {
    return lacks(capsuleId, required(capsuleId));
  }

  /** As if these were required. */
  public List<Lack> lacks(String capsuleId, List<RequiredLanguage> required) {
    Map<String, Review> found = new ReviewStore(handle).ofCapsule(capsuleId);
    return required.stream()
        .map(each -> new Lack(each.language(), each.review(), found.get(each.language())))
        .filter(lack -> lack.found() == null || lack.found().compareTo(lack.needed()) < 0)
        .toList();
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

package org.capsula.pipeline.catalog.capsule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.change.ChangeStore;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps capsules, but for their texts. */
public final class CapsuleStore {
  private static final String COLUMNS =
      """
      id, slug, footage_sha256, footage_name, language, situation_id, collection_id,
      collection_order, sheet_sha256, edition_id, created_at
      """;

  private final Handle handle;

  public CapsuleStore(Session session) {
    handle = session.handle();
  }

  public void insert(Capsule capsule) {
    handle
        .createUpdate(
            """
            INSERT INTO capsule (id, slug, footage_sha256, footage_name, language, situation_id,
                                 collection_id, collection_order, sheet_sha256, edition_id,
                                 created_at)
            VALUES (:id, :slug, :footageSha256, :footageName, :language, :situationId,
                    :collectionId, :collectionOrder, :sheetSha256, :editionId, :createdAt)
            """)
        .bindMethods(capsule)
        .execute();
  }

  /** Its language and where it belongs. */
  public void update(Capsule capsule) {
    new ChangeStore(handle).of(capsule.id());
    handle
        .createUpdate(
            """
            UPDATE capsule
            SET language = :language, situation_id = :situationId, collection_id = :collectionId,
                collection_order = :collectionOrder, sheet_sha256 = :sheetSha256,
                version = version + 1
            WHERE id = :id
            """)
        .bindMethods(capsule)
        .execute();
  }

  /**
   * What is shown stays until something was made of the new footage, all of it: where the old one
   * was cut says nothing of it.
   */
  public void replaceFootage(String id, String sha256, String name) {
    handle.execute(
        """
        UPDATE capsule
        SET footage_sha256 = ?, footage_name = ?, trim_start = 0, trim_end = NULL
        WHERE id = ?
        """,
        sha256,
        name,
        id);
  }

  /** As {@link #showEdition(String, String, Trim)}, of the whole footage. */
  public void showEdition(String id, String editionId) {
    showEdition(id, editionId, Trim.NONE);
  }

  /**
   * From now on; older ones stay its own, for those who are watching them.
   *
   * @param trim the part of the footage that it is
   */
  public void showEdition(String id, String editionId, Trim trim) {
    new ChangeStore(handle).of(id);
    handle.execute(
        """
        INSERT INTO capsule_edition (capsule_id, edition_id, trim_start, trim_end)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (capsule_id, edition_id) DO UPDATE
        SET trim_start = excluded.trim_start, trim_end = excluded.trim_end
        """,
        id,
        editionId,
        trim.start(),
        trim.end());
    handle.execute("UPDATE capsule SET edition_id = ? WHERE id = ?", editionId, id);
  }

  public Optional<Capsule> byId(String id) {
    return by("id", id);
  }

  /** Since when nobody sees it; empty while it is there, and where it never was. */
  public Optional<Instant> deletedAt(String id) {
    return handle
        .createQuery("SELECT deleted_at FROM capsule WHERE id = ? AND deleted_at IS NOT NULL")
        .bind(0, id)
        .mapTo(Instant.class)
        .findOne();
  }

  public Optional<Capsule> bySlug(String slug) {
    return by("slug", slug);
  }

  public Optional<Capsule> byFootage(String sha256) {
    return by("footage_sha256", sha256);
  }

  /** Whether there are capsules whose footage came under none of these names. */
  public boolean hasFootageBeside(List<String> names) {
    return handle
        .createQuery("SELECT 1 FROM capsule WHERE footage_name NOT IN (<names>) LIMIT 1")
        .bindList("names", names)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether some footage came under this name. */
  public boolean hasFootageNamed(String name) {
    return handle
        .createQuery("SELECT 1 FROM capsule WHERE footage_name = ? LIMIT 1")
        .bind(0, name)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Optional<Capsule> by(String column, String value) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM capsule WHERE " + column + " = ?")
        .bind(0, value)
        .map(ConstructorMapper.of(Capsule.class))
        .findOne();
  }
}

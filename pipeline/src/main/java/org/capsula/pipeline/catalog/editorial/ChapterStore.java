package org.capsula.pipeline.catalog.editorial;

import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps the chapters that editors chose in place of those that came with the film. */
public final class ChapterStore {
  private final Handle handle;

  public ChapterStore(Session session) {
    handle = session.handle();
  }

  /**
   * In place of what was chosen before.
   *
   * @param chapters empty to show none; no value to show what came with the film
   */
  public void replace(String capsuleId, Optional<List<OwnChapter>> chapters) {
    handle.execute(
        "UPDATE capsule SET own_chapters = ? WHERE id = ?", chapters.isPresent(), capsuleId);
    handle.execute("DELETE FROM capsule_chapter WHERE capsule_id = ?", capsuleId);
    for (OwnChapter chapter : chapters.orElse(List.of())) {
      handle.execute(
          """
          INSERT INTO capsule_chapter (capsule_id, language, start_ms, title) VALUES (?, ?, ?, ?)
          ON CONFLICT (capsule_id, language, start_ms) DO UPDATE SET title = excluded.title
          """,
          capsuleId,
          chapter.language(),
          chapter.start(),
          chapter.title());
    }
  }

  /** In the order of their times; no value where nothing was chosen. */
  public Optional<List<OwnChapter>> of(String capsuleId) {
    boolean own =
        handle
            .createQuery("SELECT own_chapters FROM capsule WHERE id = ?")
            .bind(0, capsuleId)
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false);
    return own ? Optional.of(rows(capsuleId)) : Optional.empty();
  }

  private List<OwnChapter> rows(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT language, start_ms AS start, title FROM capsule_chapter
            WHERE capsule_id = ? ORDER BY start_ms, language
            """)
        .bind(0, capsuleId)
        .map(ConstructorMapper.of(OwnChapter.class))
        .list();
  }
}

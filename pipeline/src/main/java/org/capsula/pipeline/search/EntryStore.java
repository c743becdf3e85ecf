package org.capsula.pipeline.search;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.editorial.ShownPart;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads which capsules have something to be found. Who may see them is another question. */
final class EntryStore {
  private final Handle handle;

  EntryStore(Session session) {
    handle = session.handle();
  }

  /**
   * A capsule that is there and has an edition.
   *
   * @param length of the edition that is shown
   */
  record Row(
      String id,
      @Nullable String situationId,
      Duration length,
      Duration trimStart,
      @Nullable Duration trimEnd) {

    Trim part() {
      return ShownPart.of(trimStart, trimEnd, length);
    }
  }

  List<Row> of(Collection<String> ids) {
    return handle
        .createQuery(
            """
            SELECT c.id, c.situation_id, e.length_ms AS length, o.trim_start, o.trim_end
            FROM capsule c
            JOIN edition e ON e.id = c.edition_id
            JOIN capsule_edition o ON o.capsule_id = c.id AND o.edition_id = e.id
            WHERE c.id IN (<ids>) AND c.deleted_at IS NULL
            """)
        .bindList("ids", List.copyOf(ids))
        .map(ConstructorMapper.of(Row.class))
        .list();
  }

  /** In the order of their ids; empty after the last. */
  List<String> idsAfter(String id, int limit) {
    return handle
        .createQuery("SELECT id FROM capsule WHERE id > ? ORDER BY id LIMIT ?")
        .bind(0, id)
        .bind(1, limit)
        .mapTo(String.class)
        .list();
  }
}

package org.capsula.pipeline.catalog.release;

import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What opens and closes, by time. */
public final class TimetableStore {
  private final Handle handle;

  public TimetableStore(Session session) {
    handle = session.handle();
  }

  /**
   * An opening or a closing.
   *
   * @param zone in which its time was given
   */
  public record Event(String capsuleId, boolean opens, Instant at, String zone) {}

  /** From the first instant on, before the second, in the order of their times. */
  public List<Event> between(Instant from, Instant until, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM (
              SELECT r.capsule_id, :yes AS opens, r.opens_at AS at, r.zone
              FROM release r JOIN capsule c ON c.id = r.capsule_id
              WHERE c.deleted_at IS NULL AND r.opens_at >= :from AND r.opens_at < :until
                AND (r.closes_at IS NULL OR r.closes_at > r.opens_at)
              UNION ALL
              SELECT r.capsule_id, :no AS opens, r.closes_at AS at, r.zone
              FROM release r JOIN capsule c ON c.id = r.capsule_id
              WHERE c.deleted_at IS NULL AND r.closes_at >= :from AND r.closes_at < :until
                AND r.closes_at > r.opens_at
            ) events
            ORDER BY at, capsule_id, opens LIMIT :limit
            """)
        .bind("yes", true)
        .bind("no", false)
        .bind("from", from)
        .bind("until", until)
        .bind("limit", limit)
        .map(ConstructorMapper.of(Event.class))
        .list();
  }

  /** Capsules that nobody has decided on, the newest first. */
  public List<String> drafts(int limit) {
    return handle
        .createQuery(
            """
            SELECT c.id FROM capsule c
            WHERE c.deleted_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM release r WHERE r.capsule_id = c.id)
            ORDER BY c.created_at DESC, c.id DESC LIMIT :limit
            """)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }
}

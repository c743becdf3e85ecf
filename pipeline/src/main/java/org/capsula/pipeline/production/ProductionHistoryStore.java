package org.capsula.pipeline.production;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Looks at productions; changes none. */
public final class ProductionHistoryStore {
  private final Handle handle;

  public ProductionHistoryStore(Session session) {
    handle = ProductionStore.readable(session.handle());
  }

  /** Nothing is said of those that are missing. */
  public Map<String, Production> byIds(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(ProductionStore.SELECT + "WHERE id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map(ConstructorMapper.of(Production.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Production::id, production -> production));
  }

  /**
   * The production that somebody works on for the capsule, or will: not one that was told to stop
   * and is about to.
   */
  public Optional<Production> expected(String capsuleId) {
    return handle
        .createQuery(
            ProductionStore.SELECT
                + """
                WHERE capsule_id = :capsule
                  AND (state = 'queued' OR (state = 'running' AND NOT cancel_requested))
                ORDER BY queued_at DESC, id DESC LIMIT 1
                """)
        .bind("capsule", capsuleId)
        .map(ConstructorMapper.of(Production.class))
        .findOne();
  }

  /** Of the capsules that are in work, by capsule: bytes of footage. */
  public Map<String, Long> footageInWork() {
    return handle
        .createQuery(
            """
            SELECT DISTINCT c.id, f.bytes FROM production p
            JOIN capsule c ON c.id = p.capsule_id
            JOIN stored_file f ON f.sha256 = c.footage_sha256
            WHERE p.state IN ('queued', 'running')
            """)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What the last few that were done have cost; the newest first. */
  public List<Cost> costs(int most) {
    return handle
        .createQuery(
            """
            SELECT f.bytes, p.ended_at - p.started_at AS took FROM production p
            JOIN capsule c ON c.id = p.capsule_id
            JOIN stored_file f ON f.sha256 = c.footage_sha256
            WHERE p.state = 'done'
            ORDER BY p.ended_at DESC LIMIT :most
            """)
        .bind("most", most)
        .map(ConstructorMapper.of(Cost.class))
        .list();
  }

  /**
   * @param bytes of footage
   * @param took its last attempt
   */
  public record Cost(long bytes, Duration took) {}
}

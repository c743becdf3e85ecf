package org.capsula.pipeline.announcement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.json.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps who decided what on releases. Nothing in it is ever changed. */
public final class AuditStore {
  private final Handle handle;

  public AuditStore(Session session) {
    handle = session.handle();
  }

  /**
   * @param accountId null for the clock
   * @param detail a record, kept as JSON
   */
  public void add(
      String capsuleId, @Nullable String accountId, String deed, Object detail, Instant now) {
    handle.execute(
        """
        INSERT INTO audit_entry (id, at, account_id, capsule_id, deed, detail)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        now,
        accountId,
        capsuleId,
        deed,
        Json.compact(detail));
  }

  /**
   * @param who as shown; null for the clock, and for one whose account is gone
   * @param deed scheduled, opened, closed, reviewed, or what the clock announced
   * @param detail JSON
   */
  public record Entry(Instant at, @Nullable String who, String deed, String detail) {}

  /** The newest first. */
  public List<Entry> of(String capsuleId, int limit) {
    return handle
        .createQuery(
            """
            SELECT e.at, a.shown_name AS who, e.deed, e.detail
            FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
            WHERE e.capsule_id = :capsule
            ORDER BY e.at DESC, e.id LIMIT :limit
            """)
        .bind("capsule", capsuleId)
        .bind("limit", limit)
        .map(ConstructorMapper.of(Entry.class))
        .list();
  }
}

package org.capsula.pipeline.studio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.change.ChangeStore;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Writes what the studio decides: shown after all, deleted, taken back, gone for good. */
final class BinStore {
  private final Handle handle;

  BinStore(Session session) {
    handle = session.handle();
  }

  long footageBytes(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT f.bytes FROM capsule c JOIN stored_file f ON f.sha256 = c.footage_sha256
            WHERE c.id = ?
            """)
        .bind(0, capsuleId)
        .mapTo(Long.class)
        .one();
  }

  /**
   * @return whether it was held until now
   */
  boolean letBeShown(String editionId, String accountId, Instant now) {
    boolean held =
        handle.execute(
                "UPDATE edition SET held = ? WHERE id = ? AND held = ?", false, editionId, true)
            == 1;
    if (held) {
      handle.execute(
          """
          INSERT INTO edition_look (edition_id, account_id, looked_at) VALUES (?, ?, ?)
          ON CONFLICT (edition_id) DO UPDATE
          SET account_id = excluded.account_id, looked_at = excluded.looked_at
          """,
          editionId,
          accountId,
          now);
    }
    return held;
  }

  /**
   * @return whether it was there until now
   */
  boolean delete(String capsuleId, Instant now) {
    new ChangeStore(handle).of(capsuleId);
    return handle.execute(
            "UPDATE capsule SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", now, capsuleId)
        == 1;
  }

  /**
   * @return whether it was deleted until now
   */
  boolean restore(String capsuleId) {
    new ChangeStore(handle).of(capsuleId);
    return handle.execute(
            "UPDATE capsule SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL",
            capsuleId)
        == 1;
  }

  /** Whether its newest production would have gone on, but for the deletion. */
  boolean wasStoppedByDeletion(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM capsule c
            JOIN production p ON p.id = (SELECT n.id FROM production n
                                         WHERE n.capsule_id = c.id
                                         ORDER BY n.queued_at DESC, n.id DESC LIMIT 1)
            WHERE c.id = ?
              AND (p.state = 'running' OR (p.state = 'cancelled' AND p.ended_at >= c.deleted_at))
            """)
        .bind(0, capsuleId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Deleted by then, and with nobody at work on them any more. */
  List<String> deletedBy(Instant then) {
    return handle
        .createQuery(
            """
            SELECT c.id FROM capsule c
            WHERE c.deleted_at <= ?
              AND NOT EXISTS (SELECT 1 FROM production p
                              WHERE p.capsule_id = c.id AND p.state IN ('queued', 'running'))
            """)
        .bind(0, then)
        .mapTo(String.class)
        .list();
  }

  /**
   * All that is said of it, and its situation where that is no other's. Its files and editions stay
   * for the pruning, which knows what nothing names any more.
   *
   * @return whether it was deleted by then, and is gone now
   */
  boolean purge(String capsuleId, Instant then) {
    new ChangeStore(handle).of(capsuleId);
    Optional<String> situation =
        handle
            .createQuery("SELECT situation_id FROM capsule WHERE id = ?")
            .bind(0, capsuleId)
            .mapTo(String.class)
            .findOne();
    boolean gone =
        handle.execute("DELETE FROM capsule WHERE id = ? AND deleted_at <= ?", capsuleId, then)
            == 1;
    if (gone && situation.isPresent()) {
      handle.execute(
          """
          DELETE FROM situation WHERE id = ?
            AND NOT EXISTS (SELECT 1 FROM capsule c WHERE c.situation_id = situation.id)
          """,
          situation.get());
    }
    return gone;
  }
}

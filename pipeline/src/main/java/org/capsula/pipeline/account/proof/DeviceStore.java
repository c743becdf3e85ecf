package org.capsula.pipeline.account.proof;

import java.time.Instant;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Keeps which browsers have signed in with which account before. */
public final class DeviceStore {
  /** More than anybody owns; the oldest go. */
  private static final int MOST = 20;

  private final Handle handle;

  public DeviceStore(Session session) {
    handle = session.handle();
  }

  public boolean knows(String accountId, Secret device) {
    return handle
        .createQuery("SELECT 1 FROM known_device WHERE secret_sha256 = ? AND account_id = ?")
        .bind(0, device.sha256())
        .bind(1, accountId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  public void remember(String accountId, Secret device, Instant now) {
    handle.execute(
        """
        INSERT INTO known_device (secret_sha256, account_id, last_used_at) VALUES (?, ?, ?)
        ON CONFLICT (secret_sha256) DO UPDATE
        SET account_id = excluded.account_id, last_used_at = excluded.last_used_at
        """,
        device.sha256(),
        accountId,
        now);
    handle.execute(
        """
        DELETE FROM known_device
        WHERE account_id = ? AND secret_sha256 NOT IN (
          SELECT secret_sha256 FROM known_device
          WHERE account_id = ? ORDER BY last_used_at DESC, secret_sha256 LIMIT ?)
        """,
        accountId,
        accountId,
        MOST);
  }

  public void forgetAll(String accountId) {
    handle.execute("DELETE FROM known_device WHERE account_id = ?", accountId);
  }
}

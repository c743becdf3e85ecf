package org.capsula.pipeline.account.proof;

import java.time.Instant;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Keeps the private addresses at which calendars read the schedule; one for an account. */
public final class CalendarFeedStore {
  private final Handle handle;

  public CalendarFeedStore(Session session) {
    handle = session.handle();
  }

  /** In place of the one before, which ends. */
  public void save(String accountId, Secret secret, Instant now) {
    handle.execute(
        """
        INSERT INTO calendar_feed (account_id, secret_sha256, made_at) VALUES (?, ?, ?)
        ON CONFLICT (account_id) DO UPDATE
        SET secret_sha256 = excluded.secret_sha256, made_at = excluded.made_at
        """,
        accountId,
        secret.sha256(),
        now);
  }

  /** Whose it is. */
  public Optional<String> account(Secret secret) {
    return handle
        .createQuery("SELECT account_id FROM calendar_feed WHERE secret_sha256 = ?")
        .bind(0, secret.sha256())
        .mapTo(String.class)
        .findOne();
  }

  /** Empty where the account has none. */
  public Optional<Instant> madeAt(String accountId) {
    return handle
        .createQuery("SELECT made_at FROM calendar_feed WHERE account_id = ?")
        .bind(0, accountId)
        .mapTo(Instant.class)
        .findOne();
  }

  public void withdraw(String accountId) {
    handle.execute("DELETE FROM calendar_feed WHERE account_id = ?", accountId);
  }
}

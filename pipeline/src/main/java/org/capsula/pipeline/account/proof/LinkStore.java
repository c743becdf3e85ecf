package org.capsula.pipeline.account.proof;

import java.time.Instant;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps the links with which somebody chooses a password: one an account, and each works once. */
public final class LinkStore {
  private final Handle handle;

  /**
   * @param accountId null for the one that makes the first admin
   */
  public record Link(@Nullable String accountId, Instant expiresAt) {}

  public LinkStore(Session session) {
    handle = session.handle();
    handle.registerRowMapper(ConstructorMapper.factory(Link.class));
  }

  /** In place of the one before. */
  public void save(Link link, Secret secret) {
    withdraw(link.accountId());
    handle.execute(
        "INSERT INTO account_link (secret_sha256, account_id, expires_at) VALUES (?, ?, ?)",
        secret.sha256(),
        link.accountId(),
        link.expiresAt());
  }

  public Optional<Link> find(Secret secret, Instant now) {
    return handle
        .createQuery(
            """
            SELECT account_id, expires_at FROM account_link
            WHERE secret_sha256 = ? AND expires_at > ?
            """)
        .bind(0, secret.sha256())
        .bind(1, now)
        .mapTo(Link.class)
        .findOne();
  }

  /**
   * Uses it up.
   *
   * @return empty where somebody else was faster
   */
  public Optional<Link> take(Secret secret, Instant now) {
    return handle
        .createQuery(
            """
            DELETE FROM account_link WHERE secret_sha256 = ? AND expires_at > ?
            RETURNING account_id, expires_at
            """)
        .bind(0, secret.sha256())
        .bind(1, now)
        .mapTo(Link.class)
        .findOne();
  }

  public void sweep(Instant now) {
    handle.execute("DELETE FROM account_link WHERE expires_at <= ?", now);
  }

  /**
   * @param accountId null for the one that makes the first admin
   */
  public void withdraw(@Nullable String accountId) {
    if (accountId == null) {
      handle.execute("DELETE FROM account_link WHERE account_id IS NULL");
    } else {
      handle.execute("DELETE FROM account_link WHERE account_id = ?", accountId);
    }
  }
}

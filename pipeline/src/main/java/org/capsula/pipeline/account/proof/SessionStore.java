package org.capsula.pipeline.account.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps the sessions of browsers. Those that are over are found by nobody. */
public final class SessionStore {
  private static final String SELECT =
      """
      SELECT id, account_id, device, started_at, last_used_at, idle_ms AS idle, expires_at
      FROM sign_in_session
      """;

  private final Handle handle;

  public SessionStore(Session session) {
    handle = session.handle();
    handle.registerRowMapper(ConstructorMapper.factory(SignInSession.class));
  }

  public void insert(SignInSession session, Secret secret) {
    handle.execute(
        """
        INSERT INTO sign_in_session (id, secret_sha256, account_id, device, started_at,
                                     last_used_at, idle_ms, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        session.id(),
        secret.sha256(),
        session.accountId(),
        session.device(),
        session.startedAt(),
        session.lastUsedAt(),
        session.idle(),
        session.expiresAt());
  }

  public Optional<SignInSession> find(Secret secret, Instant now) {
    return handle
        .createQuery(SELECT + "WHERE secret_sha256 = ?")
        .bind(0, secret.sha256())
        .mapTo(SignInSession.class)
        .findOne()
        .filter(session -> !session.isOver(now));
  }

  /** The one that was used last stands first. */
  public List<SignInSession> of(String accountId, Instant now) {
    return handle
        .createQuery(SELECT + "WHERE account_id = ? ORDER BY last_used_at DESC, id")
        .bind(0, accountId)
        .mapTo(SignInSession.class)
        .stream()
        .filter(session -> !session.isOver(now))
        .toList();
  }

  public void use(String id, Instant now) {
    handle.execute("UPDATE sign_in_session SET last_used_at = ? WHERE id = ?", now, id);
  }

  /**
   * @return whether the account had it
   */
  public boolean end(String accountId, String id) {
    return handle.execute(
            "DELETE FROM sign_in_session WHERE account_id = ? AND id = ?", accountId, id)
        == 1;
  }

  public void endAll(String accountId) {
    handle.execute("DELETE FROM sign_in_session WHERE account_id = ?", accountId);
  }

  public void endOthers(String accountId, String kept) {
    handle.execute("DELETE FROM sign_in_session WHERE account_id = ? AND id <> ?", accountId, kept);
  }

  public void sweep(Instant now) {
    handle.execute(
        "DELETE FROM sign_in_session WHERE expires_at <= ? OR last_used_at + idle_ms <= ?",
        now,
        now);
  }
}

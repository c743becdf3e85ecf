package org.capsula.pipeline.account.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps the access tokens of programs. */
public final class TokenStore {
  private static final String SELECT =
      "SELECT id, account_id, name, made_at, last_used_at FROM access_token ";

  private final Handle handle;

  public TokenStore(Session session) {
    handle = session.handle();
    handle.registerRowMapper(ConstructorMapper.factory(AccessToken.class));
  }

  public void insert(AccessToken token, Secret secret) {
    handle.execute(
        """
        INSERT INTO access_token (id, secret_sha256, account_id, name, made_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        token.id(),
        secret.sha256(),
        token.accountId(),
        token.name(),
        token.madeAt());
  }

  public Optional<AccessToken> find(Secret secret) {
    return handle
        .createQuery(SELECT + "WHERE secret_sha256 = ?")
        .bind(0, secret.sha256())
        .mapTo(AccessToken.class)
        .findOne();
  }

  /** The newest first. */
  public List<AccessToken> of(String accountId) {
    return handle
        .createQuery(SELECT + "WHERE account_id = ? ORDER BY made_at DESC, id")
        .bind(0, accountId)
        .mapTo(AccessToken.class)
        .list();
  }

  public void use(String id, Instant now) {
    handle.execute("UPDATE access_token SET last_used_at = ? WHERE id = ?", now, id);
  }

  public void withdrawAll(String accountId) {
    handle.execute("DELETE FROM access_token WHERE account_id = ?", accountId);
  }

  /**
   * @return whether the account had it
   */
  public boolean withdraw(String accountId, String id) {
    return handle.execute("DELETE FROM access_token WHERE account_id = ? AND id = ?", accountId, id)
        == 1;
  }
}

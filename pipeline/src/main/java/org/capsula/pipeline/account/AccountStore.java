package org.capsula.pipeline.account;

import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps accounts. */
public final class AccountStore {
  private static final String SELECT =
      """
      SELECT id, sign_in_name, shown_name, role, disabled, password_hash IS NOT NULL AS joined,
             created_at
      FROM account
      """;

  private final Handle handle;

  public AccountStore(Session session) {
    handle = session.handle();
    handle.registerColumnMapper(
        Role.class, (row, column, context) -> Role.of(row.getString(column)).orElseThrow());
    handle.registerRowMapper(ConstructorMapper.factory(Account.class));
  }

  /**
   * @return whether it was added; not when the sign-in name is taken
   */
  public boolean insert(Account account) {
    return handle.execute(
            """
            INSERT INTO account (id, sign_in_name, shown_name, role, disabled, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (sign_in_name) DO NOTHING
            """,
            account.id(),
            account.signInName(),
            account.shownName(),
            account.role().word(),
            account.disabled(),
            account.createdAt())
        == 1;
  }

  public boolean isEmpty() {
    return handle
        .createQuery("SELECT id FROM account LIMIT 1")
        .mapTo(String.class)
        .list()
        .isEmpty();
  }

  public Optional<Account> byId(String id) {
    return handle.createQuery(SELECT + "WHERE id = ?").bind(0, id).mapTo(Account.class).findOne();
  }

  /**
   * @param folded see {@link SignInName#folded}
   */
  public Optional<Account> bySignInName(String folded) {
    return handle
        .createQuery(SELECT + "WHERE sign_in_name = ?")
        .bind(0, folded)
        .mapTo(Account.class)
        .findOne();
  }

  /** By their shown names. */
  public List<Account> all() {
    return handle.createQuery(SELECT + "ORDER BY shown_name, id").mapTo(Account.class).list();
  }

  /**
   * For deciding whether one of them may go: who decides meanwhile waits, as the rows are held
   * until the transaction ends.
   */
  List<Account> adminsHeld() {
    handle.execute("UPDATE account SET role = role WHERE role = 'admin'");
    return handle.createQuery(SELECT + "WHERE role = 'admin'").mapTo(Account.class).list();
  }

  /** Empty before the invitation was followed. */
  public Optional<String> passwordHash(String id) {
    return handle
        .createQuery("SELECT password_hash FROM account WHERE id = ?")
        .bind(0, id)
        .mapTo(String.class)
        .findOne();
  }

  public void setPasswordHash(String id, String hash) {
    handle.execute("UPDATE account SET password_hash = ? WHERE id = ?", hash, id);
  }

  void setShownName(String id, String name) {
    handle.execute("UPDATE account SET shown_name = ? WHERE id = ?", name, id);
  }

  void setRole(String id, Role role) {
    handle.execute("UPDATE account SET role = ? WHERE id = ?", role.word(), id);
  }

  void setDisabled(String id, boolean disabled) {
    handle.execute("UPDATE account SET disabled = ? WHERE id = ?", disabled, id);
  }

  void delete(String id) {
    handle.execute("DELETE FROM account WHERE id = ?", id);
  }
}

package org.capsula.pipeline.account.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.account.proof.SignInSession;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;

/** The browsers that have signed in. */
public final class Sessions {
  /** A page asks for a dozen things; writing each down would hold up the productions. */
  static final Duration NOTED_EACH = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;

  public Sessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A session that holds, and whose it is. */
  public record Held(SignInSession session, Account account) {}

  /** Notes that it was used. */
  public Optional<Held> use(Secret secret) {
    Instant now = clock.instant();
    Optional<Held> held = database.look(session -> held(secret, now, session));
    held.map(Held::session)
        .filter(each -> !now.isBefore(each.lastUsedAt().plus(NOTED_EACH)))
        .ifPresent(
            each ->
                database.useTransaction(session -> new SessionStore(session).use(each.id(), now)));
    return held;
  }

  private static Optional<Held> held(Secret secret, Instant now, Session session) {
    return new SessionStore(session)
        .find(secret, now)
        .flatMap(
            found ->
                new AccountStore(session)
                    .byId(found.accountId())
                    .filter(account -> !account.disabled())
                    .map(account -> new Held(found, account)));
  }

  /** The one that was used last stands first. */
  public List<SignInSession> of(String accountId) {
    return database.look(session -> new SessionStore(session).of(accountId, clock.instant()));
  }

  /**
   * @return whether the account had it
   */
  public boolean end(String accountId, String sessionId) {
    return database.inTransaction(session -> new SessionStore(session).end(accountId, sessionId));
  }

  public void endOthers(String accountId, String kept) {
    database.useTransaction(session -> new SessionStore(session).endOthers(accountId, kept));
  }
}

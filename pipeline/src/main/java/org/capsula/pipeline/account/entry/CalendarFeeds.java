package org.capsula.pipeline.account.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.proof.CalendarFeedStore;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.database.Database;

/** The private addresses of calendars, which cannot sign in. */
public final class CalendarFeeds {
  private final Database database;
  private final Clock clock;

  public CalendarFeeds(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Told this one time; the one before ends. */
  public Secret make(String accountId) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    database.useTransaction(session -> new CalendarFeedStore(session).save(accountId, secret, now));
    return secret;
  }

  /** Whose it is; empty once it was withdrawn, and while the account is disabled. */
  public Optional<Account> owner(Secret secret) {
    return database.look(
        session ->
            new CalendarFeedStore(session)
                .account(secret)
                .flatMap(new AccountStore(session)::byId)
                .filter(account -> !account.disabled()));
  }

  /** Empty where the account has none. */
  public Optional<Instant> madeAt(String accountId) {
    return database.look(session -> new CalendarFeedStore(session).madeAt(accountId));
  }

  public void withdraw(String accountId) {
    database.useTransaction(session -> new CalendarFeedStore(session).withdraw(accountId));
  }
}

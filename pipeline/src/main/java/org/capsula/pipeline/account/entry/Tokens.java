package org.capsula.pipeline.account.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.proof.AccessToken;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.TokenStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;

/** The access tokens of programs. */
public final class Tokens {
  private static final int LONGEST_NAME = 100;
  private static final int MOST = 50;

  private final Database database;
  private final Clock clock;

  public Tokens(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A token, told this one time. */
  public record Made(AccessToken token, Secret secret) {}

  public Made make(String accountId, String name) throws RefusedException {
    String usable = name.strip();
    if (usable.isEmpty()
        || usable.codePointCount(0, usable.length()) > LONGEST_NAME
        || usable.codePoints().anyMatch(Character::isISOControl)) {
      throw new RefusedException(Refusal.TOKEN_NAME_UNUSABLE);
    }
    AccessToken token =
        new AccessToken(UUID.randomUUID().toString(), accountId, usable, clock.instant(), null);
    Secret secret = AccessToken.newSecret();
    boolean made =
        database.inTransaction(
            session -> {
              TokenStore store = new TokenStore(session);
              boolean room = store.of(accountId).size() < MOST;
              if (room) {
                store.insert(token, secret);
              }
              return room;
            });
    if (!made) {
      throw new RefusedException(Refusal.TOO_MANY_TOKENS);
    }
    return new Made(token, secret);
  }

  /** Whose it is; notes that it was used. */
  public Optional<Account> use(Secret secret) {
    Instant now = clock.instant();
    Optional<AccessToken> token = database.look(session -> new TokenStore(session).find(secret));
    Optional<Account> owner = token.flatMap(each -> database.look(s -> owner(each, s)));
    if (owner.isPresent()) {
      token
          .filter(each -> isUnnoted(each, now))
          .ifPresent(each -> database.useTransaction(s -> new TokenStore(s).use(each.id(), now)));
    }
    return owner;
  }

  private static Optional<Account> owner(AccessToken token, Session session) {
    return new AccountStore(session).byId(token.accountId()).filter(account -> !account.disabled());
  }

  private static boolean isUnnoted(AccessToken token, Instant now) {
    Instant last = token.lastUsedAt();
    return last == null || !now.isBefore(last.plus(Sessions.NOTED_EACH));
  }

  /** The newest first. */
  public List<AccessToken> of(String accountId) {
    return database.look(session -> new TokenStore(session).of(accountId));
  }

  /**
   * @return whether the account had it
   */
  public boolean withdraw(String accountId, String tokenId) {
    return database.inTransaction(session -> new TokenStore(session).withdraw(accountId, tokenId));
  }
}

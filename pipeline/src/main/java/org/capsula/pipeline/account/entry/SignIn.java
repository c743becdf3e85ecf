package org.capsula.pipeline.account.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.PasswordRule;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.SignInName;
import org.capsula.pipeline.account.proof.DeviceStore;
import org.capsula.pipeline.account.proof.LinkStore;
import org.capsula.pipeline.account.proof.Passwords;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.account.proof.SignInSession;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.capsula.pipeline.account.proof.Throttle;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.jspecify.annotations.Nullable;

/** In by a password. */
public final class SignIn {
  private final Database database;
  private final Passwords passwords;
  private final Tries tries;
  private final Clock clock;

  public SignIn(Database database, Passwords passwords, Throttle throttle, Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.tries = new Tries(throttle);
    this.clock = clock;
  }

  /** What somebody typed. */
  public record Attempt(String signInName, String password, Stay stay) {}

  /**
   * Somebody is in.
   *
   * @param session for the browser to show from now on
   * @param device for the browser to keep beyond that
   */
  public record Entry(Account account, Secret session, Secret device, SignInSession.Stay stay) {}

  private record Kept(Account account, @Nullable String hash, boolean deviceKnown) {}

  /**
   * @return empty for a wrong name, a wrong password and a disabled account alike, after the same
   *     time
   * @throws org.capsula.pipeline.account.proof.BusyException where too many try at this moment
   */
  public Optional<Entry> attempt(Attempt typed, Visitor visitor) throws TooManyTriesException {
    String name = SignInName.sought(typed.signInName());
    Optional<Kept> kept = database.look(session -> kept(name, visitor, session));
    Secret device = visitor.known();
    List<Throttle.Limit> limits =
        device != null && kept.filter(Kept::deviceKnown).isPresent()
            ? Tries.ofDevice(device)
            : Tries.ofStranger(name, visitor);
    return tries.once(limits, () -> entry(typed, kept, visitor));
  }

  private static Optional<Kept> kept(String name, Visitor visitor, Session session) {
    AccountStore accounts = new AccountStore(session);
    Secret device = visitor.known();
    return accounts
        .bySignInName(name)
        .map(
            account ->
                new Kept(
                    account,
                    account.disabled() ? null : accounts.passwordHash(account.id()).orElse(null),
                    device != null && new DeviceStore(session).knows(account.id(), device)));
  }

  private Optional<Entry> entry(Attempt typed, Optional<Kept> kept, Visitor visitor) {
    String password = PasswordRule.normalised(typed.password());
    String hash = kept.map(Kept::hash).orElse(null);
    if (!passwords.matches(password, hash) || hash == null) {
      return Optional.empty();
    }
    String newHash = passwords.isOutdated(hash) ? passwords.hash(password) : hash;
    return database.inTransaction(
        session -> {
          AccountStore accounts = new AccountStore(session);
          String id = kept.orElseThrow().account().id();
          // It may have been disabled, or its password changed, while this one was hashed.
          Optional<Account> account = accounts.byId(id).filter(each -> !each.disabled());
          if (account.isEmpty() || !accounts.passwordHash(id).equals(Optional.of(hash))) {
            return Optional.empty();
          }
          accounts.setPasswordHash(id, newHash);
          return Optional.of(begin(account.get(), visitor, typed.stay(), session));
        });
  }

  /** Always a new secret: one that was known before somebody signed in is worth nothing. */
  Entry begin(Account account, Visitor visitor, Stay stay, Session session) {
    Instant now = clock.instant();
    SessionStore sessions = new SessionStore(session);
    sessions.sweep(now);
    Secret secret = Secret.random();
    sessions.insert(
        new SignInSession(
            UUID.randomUUID().toString(),
            account.id(),
            visitor.device(),
            now,
            now,
            stay.idle(),
            now.plus(stay.longest())),
        secret);
    Secret device = Objects.requireNonNullElseGet(visitor.known(), Secret::random);
    new DeviceStore(session).remember(account.id(), device, now);
    return new Entry(account, secret, device, stay);
  }

  /**
   * Changes one's own password, and ends one's other sessions.
   *
   * @param sessionId the one that stays
   */
  public void changePassword(String accountId, String sessionId, String old, String wanted)
      throws RefusedException, TooManyTriesException {
    Optional<Account> account = database.look(session -> new AccountStore(session).byId(accountId));
    if (account.isEmpty()) {
      throw new RefusedException(Refusal.UNKNOWN);
    }
    String password = PasswordRule.usable(wanted, names(account.get()));
    String hash =
        database
            .<Optional<String>>look(session -> new AccountStore(session).passwordHash(accountId))
            .orElse(null);
    if (hash == null || !isRight(accountId, old, hash)) {
      throw new RefusedException(Refusal.PASSWORD_WRONG);
    }
    if (!replace(new Replacement(accountId, sessionId, hash, passwords.hash(password)))) {
      throw new RefusedException(Refusal.PASSWORD_WRONG);
    }
  }

  private boolean isRight(String accountId, String typed, String hash)
      throws TooManyTriesException {
    String password = PasswordRule.normalised(typed);
    return tries
        .once(
            Tries.ofAccount(accountId),
            () -> passwords.matches(password, hash) ? Optional.of(true) : Optional.empty())
        .isPresent();
  }

  /** One hash in place of another. */
  record Replacement(String accountId, String sessionKept, String oldHash, String newHash) {}

  /**
   * @return whether the old one still stood: a link may have been followed while it was checked
   */
  boolean replace(Replacement wanted) {
    return database.inTransaction(
        session -> {
          AccountStore accounts = new AccountStore(session);
          String id = wanted.accountId();
          boolean stood = accounts.passwordHash(id).equals(Optional.of(wanted.oldHash()));
          if (stood) {
            accounts.setPasswordHash(id, wanted.newHash());
            new SessionStore(session).endOthers(id, wanted.sessionKept());
            new LinkStore(session).withdraw(id);
          }
          return stood;
        });
  }

  static List<String> names(Account account) {
    return List.of(account.signInName(), account.shownName());
  }
}

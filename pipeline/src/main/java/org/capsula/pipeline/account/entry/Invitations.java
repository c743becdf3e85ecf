package org.capsula.pipeline.account.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.PasswordRule;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.CalendarFeedStore;
import org.capsula.pipeline.account.proof.DeviceStore;
import org.capsula.pipeline.account.proof.LinkStore;
import org.capsula.pipeline.account.proof.LinkStore.Link;
import org.capsula.pipeline.account.proof.Passwords;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.capsula.pipeline.account.proof.Throttle;
import org.capsula.pipeline.account.proof.TokenStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.jspecify.annotations.Nullable;

/**
 * In by a link that an admin hands over, by whatever way they trust: to join, or to choose another
 * password. It works once.
 */
public final class Invitations {
  /** Time to see one's colleague, and one's mail after a holiday. */
  private static final Duration TO_JOIN = Duration.ofDays(7);

  /** Who has forgotten a password is waiting for it. */
  private static final Duration FOR_ANOTHER_PASSWORD = Duration.ofDays(1);

  private final Database database;
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Tries tries;
  private final Clock clock;

  /** What it stands on. */
  public record Parts(Database database, Accounts accounts, Passwords passwords, SignIn signIn) {}

  public Invitations(Parts parts, Throttle throttle, Clock clock) {
    database = parts.database();
    accounts = parts.accounts();
    passwords = parts.passwords();
    signIn = parts.signIn();
    tries = new Tries(throttle);
    this.clock = clock;
  }

  /** A link, told this one time. */
  public record Issued(Secret secret, Instant expiresAt) {}

  /**
   * Whom a link is for.
   *
   * @param account null: it makes the first admin
   */
  public record Invited(@Nullable Account account) {}

  /**
   * What somebody chose who followed a link.
   *
   * @param signInName of the first admin; else of no matter
   */
  public record Choice(String signInName, String password, Stay stay) {}

  /** In place of a link that was made for it before. */
  public Issued invite(String accountId) throws RefusedException {
    Account account =
        accounts.find(accountId).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN));
    if (account.disabled()) {
      throw new RefusedException(Refusal.DISABLED);
    }
    return issue(accountId, account.joined() ? FOR_ANOTHER_PASSWORD : TO_JOIN);
  }

  /** For the console of a new library; empty where there are accounts. */
  public Optional<Issued> forFirstAdmin() {
    boolean fresh = database.look(session -> new AccountStore(session).isEmpty());
    return fresh ? Optional.of(issue(null, TO_JOIN)) : Optional.empty();
  }

  private Issued issue(@Nullable String accountId, Duration lasting) {
    Secret secret = Secret.random();
    Instant expires = clock.instant().plus(lasting);
    database.useTransaction(
        session -> new LinkStore(session).save(new Link(accountId, expires), secret));
    return new Issued(secret, expires);
  }

  /** Looking does not use it up; empty where it would not work. */
  public Optional<Invited> look(Secret secret, Visitor visitor) throws TooManyTriesException {
    return tries.once(
        Tries.ofLinks(visitor), () -> database.look(session -> invited(secret, session)));
  }

  private Optional<Invited> invited(Secret secret, Session session) {
    Optional<Link> link = new LinkStore(session).find(secret, clock.instant());
    if (link.isEmpty()) {
      return Optional.empty();
    }
    AccountStore store = new AccountStore(session);
    String id = link.get().accountId();
    if (id == null) {
      return store.isEmpty() ? Optional.of(new Invited(null)) : Optional.empty();
    }
    return store.byId(id).filter(account -> !account.disabled()).map(Invited::new);
  }

  /**
   * Uses the link up, sets the password, ends all sessions and tokens, and lets this browser in.
   *
   * @throws RefusedException for what cannot be chosen; the link is as it was
   */
  public SignIn.Entry follow(Secret secret, Choice choice, Visitor visitor)
      throws RefusedException, TooManyTriesException {
    Invited invited =
        look(secret, visitor).orElseThrow(() -> new RefusedException(Refusal.LINK_ENDED));
    Account known = invited.account();
    Account account =
        known != null
            ? known
            : accounts.checked(
                new NewAccount(choice.signInName(), choice.signInName(), Role.ADMIN));
    String hash = passwords.hash(PasswordRule.usable(choice.password(), SignIn.names(account)));
    return database
        .inTransaction(
            session -> entry(new Following(secret, account, hash), choice, visitor, session))
        .orElseThrow(() -> new RefusedException(Refusal.LINK_ENDED));
  }

  /** Who follows which link, with what password. */
  private record Following(Secret link, Account account, String passwordHash) {}

  private Optional<SignIn.Entry> entry(
      Following following, Choice choice, Visitor visitor, Session session) {
    AccountStore store = new AccountStore(session);
    String id = following.account().id();
    Optional<Link> taken = new LinkStore(session).take(following.link(), clock.instant());
    if (taken.isPresent() && taken.get().accountId() == null && store.isEmpty()) {
      store.insert(following.account());
    }
    // Somebody may have taken the link, or disabled the account, while the password was hashed.
    if (taken.isEmpty() || store.byId(id).filter(each -> !each.disabled()).isEmpty()) {
      return Optional.empty();
    }
    store.setPasswordHash(id, following.passwordHash());
    Account joined = store.byId(id).orElseThrow();
    new SessionStore(session).endAll(id);
    // Whoever else knew the password may have signed in with it, and made a token that lasts.
    new TokenStore(session).withdrawAll(id);
    new CalendarFeedStore(session).withdraw(id);
    new DeviceStore(session).forgetAll(id);
    return Optional.of(signIn.begin(joined, visitor, choice.stay(), session));
  }
}

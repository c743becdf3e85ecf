package org.capsula.pipeline.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.account.proof.LinkStore;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;

/** Who may come in, and as what. There is always an admin left who can sign in. */
public final class Accounts {
  private static final int LONGEST_SHOWN_NAME = 100;

  private final Database database;
  private final Clock clock;

  public Accounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What an account begins with. */
  public record NewAccount(String signInName, String shownName, Role role) {}

  public List<Account> all() {
    return database.look(session -> new AccountStore(session).all());
  }

  public Optional<Account> find(String id) {
    return database.look(session -> new AccountStore(session).byId(id));
  }

  /**
   * @param typed in any case
   */
  public Optional<Account> named(String typed) {
    return database.look(
        session -> new AccountStore(session).bySignInName(SignInName.folded(typed)));
  }

  /** Nobody can use it before they followed a link that was made for it. */
  public Account add(NewAccount wanted) throws RefusedException {
    Account account = checked(wanted);
    if (!database.<Boolean>inTransaction(session -> new AccountStore(session).insert(account))) {
      throw new RefusedException(Refusal.NAME_TAKEN);
    }
    return account;
  }

  /** An account of these words, which nobody has stored yet. */
  public Account checked(NewAccount wanted) throws RefusedException {
    return new Account(
        UUID.randomUUID().toString(),
        SignInName.usable(wanted.signInName()),
        usableShownName(wanted.shownName()),
        wanted.role(),
        /* disabled= */ false,
        /* joined= */ false,
        clock.instant());
  }

  public void rename(String id, String shownName) throws RefusedException {
    String usable = usableShownName(shownName);
    change(id, (store, session) -> store.setShownName(id, usable));
  }

  public void changeRole(String id, Role role) throws RefusedException {
    if (role == Role.ADMIN) {
      change(id, (store, session) -> store.setRole(id, role));
    } else {
      changeUnlessLastAdmin(id, (store, session) -> store.setRole(id, role));
    }
  }

  /** Whoever is signed in with it is out at once, and a link that was made for it is void. */
  public void disable(String id) throws RefusedException {
    changeUnlessLastAdmin(
        id,
        (store, session) -> {
          store.setDisabled(id, true);
          new SessionStore(session).endAll(id);
          new LinkStore(session).withdraw(id);
        });
  }

  public void enable(String id) throws RefusedException {
    change(id, (store, session) -> store.setDisabled(id, false));
  }

  /** With its sessions and tokens; what it made stays. */
  public void delete(String id) throws RefusedException {
    changeUnlessLastAdmin(id, (store, session) -> store.delete(id));
  }

  private interface Change {
    void make(AccountStore store, Session session);
  }

  private void changeUnlessLastAdmin(String id, Change change) throws RefusedException {
    orThrow(
        database.inTransaction(
            session -> {
              AccountStore store = new AccountStore(session);
              if (isLastAdmin(id, store.adminsHeld())) {
                return Optional.of(Refusal.LAST_ADMIN);
              }
              return made(id, change, session);
            }));
  }

  private void change(String id, Change change) throws RefusedException {
    orThrow(database.inTransaction(session -> made(id, change, session)));
  }

  private static Optional<Refusal> made(String id, Change change, Session session) {
    AccountStore store = new AccountStore(session);
    if (store.byId(id).isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    change.make(store, session);
    return Optional.empty();
  }

  private static void orThrow(Optional<Refusal> refusal) throws RefusedException {
    if (refusal.isPresent()) {
      throw new RefusedException(refusal.get());
    }
  }

  /** One who was invited and never came is no help, unless this one never came either. */
  private static boolean isLastAdmin(String id, List<Account> admins) {
    List<Account> active = admins.stream().filter(Account::isActiveAdmin).toList();
    Optional<Account> leaving = active.stream().filter(each -> each.id().equals(id)).findFirst();
    return leaving.isPresent()
        && active.stream()
            .filter(each -> !each.id().equals(id))
            .noneMatch(other -> other.joined() || !leaving.get().joined());
  }

  private static String usableShownName(String typed) throws RefusedException {
    String name = typed.strip();
    boolean oneLine = name.codePoints().noneMatch(Accounts::isUnseen);
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_SHOWN_NAME || !oneLine) {
      throw new RefusedException(Refusal.SHOWN_NAME_UNUSABLE);
    }
    return name;
  }

  /** Line ends, and what turns the order of letters around. */
  private static boolean isUnseen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}

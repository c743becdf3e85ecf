package org.capsula.pipeline.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.account.proof.LinkStore;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.jspecify.annotations.Nullable;

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

  /**
   * What is to be another.
   *
   * @param shownName null where it stays, as the others
   * @param disabled true: whoever is signed in with it is out at once, and a link that was made for
   *     it is void
   */
  public record Change(
      @Nullable String shownName, @Nullable Role role, @Nullable Boolean disabled) {

    private boolean mayTakeAnAdmin() {
      return (role != null && role != Role.ADMIN) || Boolean.TRUE.equals(disabled);
    }
  }

  /** All of it, or nothing. */
  public void change(String id, Change wanted) throws RefusedException {
    String name = wanted.shownName();
    Change usable =
        new Change(name == null ? null : usableShownName(name), wanted.role(), wanted.disabled());
    orThrow(
        database.inTransaction(
            session -> {
              Optional<Refusal> refusal = refusal(id, usable.mayTakeAnAdmin(), session);
              if (refusal.isEmpty()) {
                make(id, usable, session);
              }
              return refusal;
            }));
  }

  private static void make(String id, Change change, Session session) {
    AccountStore store = new AccountStore(session);
    if (change.shownName() != null) {
      store.setShownName(id, change.shownName());
    }
    if (change.role() != null) {
      store.setRole(id, change.role());
    }
    if (change.disabled() != null) {
      store.setDisabled(id, change.disabled());
      if (change.disabled()) {
        new SessionStore(session).endAll(id);
        new LinkStore(session).withdraw(id);
      }
    }
  }

  public void rename(String id, String shownName) throws RefusedException {
    change(id, new Change(shownName, null, null));
  }

  public void changeRole(String id, Role role) throws RefusedException {
    change(id, new Change(null, role, null));
  }

  public void disable(String id) throws RefusedException {
    change(id, new Change(null, null, true));
  }

  public void enable(String id) throws RefusedException {
    change(id, new Change(null, null, false));
  }

  /** With its sessions and tokens; what it made stays. */
  public void delete(String id) throws RefusedException {
    orThrow(
        database.inTransaction(
            session -> {
              Optional<Refusal> refusal = refusal(id, true, session);
              if (refusal.isEmpty()) {
                new AccountStore(session).delete(id);
              }
              return refusal;
            }));
  }

  private static Optional<Refusal> refusal(String id, boolean mayTakeAnAdmin, Session session) {
    AccountStore store = new AccountStore(session);
    if (store.byId(id).isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    return mayTakeAnAdmin && isLastAdmin(id, store.adminsHeld())
        ? Optional.of(Refusal.LAST_ADMIN)
        : Optional.empty();
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

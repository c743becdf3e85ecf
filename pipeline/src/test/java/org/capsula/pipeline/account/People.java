package org.capsula.pipeline.account;

import java.nio.file.Path;
import java.time.Instant;
import org.capsula.pipeline.SetClock;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.entry.Invitations;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.account.entry.Sessions;
import org.capsula.pipeline.account.entry.SignIn;
import org.capsula.pipeline.account.entry.Tokens;
import org.capsula.pipeline.account.entry.TooManyTriesException;
import org.capsula.pipeline.account.entry.Visitor;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** All that has to do with accounts, over a database of its own and a clock that is set. */
public final class People implements AutoCloseable {
  public static final String PASSWORD = "four words that fit";

  public final SetClock clock = new SetClock(Instant.parse("2026-12-01T12:00:00Z"));
  public final Database database;
  public final Accounts accounts;
  public final SignIn signIn;
  public final Invitations invitations;
  public final Sessions sessions;
  public final Tokens tokens;

  public People(Path folder) {
    database = TestDatabase.open(folder);
    Reception reception = Reception.of(database, clock);
    accounts = reception.accounts();
    signIn = reception.signIn();
    invitations = reception.invitations();
    sessions = reception.sessions();
    tokens = reception.tokens();
  }

  /** Is invited and has not come yet. */
  public Account invited(String name, Role role) throws RefusedException {
    return accounts.add(new NewAccount(name, "Shown " + name, role));
  }

  /** Has the {@link #PASSWORD}, and is not signed in anywhere. */
  public Account joined(String name, Role role) throws RefusedException, TooManyTriesException {
    Account account = invited(name, role);
    SignIn.Entry entry =
        invitations.follow(
            invitations.invite(account.id()).secret(),
            new Invitations.Choice("", PASSWORD, Stay.VISIT),
            at("192.0.2.200"));
    sessions.end(account.id(), sessions.use(entry.session()).orElseThrow().session().id());
    return entry.account();
  }

  public static Visitor at(String address) {
    return at(address, null);
  }

  public static Visitor at(String address, @Nullable Secret device) {
    return new Visitor(address, "Firefox, Linux", device);
  }

  @Override
  public void close() {
    database.close();
  }
}

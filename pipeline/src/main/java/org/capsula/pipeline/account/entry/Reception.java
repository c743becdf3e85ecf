package org.capsula.pipeline.account.entry;

import java.time.Clock;
import java.time.Duration;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.proof.Passwords;
import org.capsula.pipeline.account.proof.Throttle;
import org.capsula.pipeline.database.Database;

/** All that has to do with who comes in; it counts the tries, so a program has one. */
public record Reception(
    Accounts accounts,
    SignIn signIn,
    Invitations invitations,
    Sessions sessions,
    Tokens tokens,
    CalendarFeeds calendars) {

  public static Reception of(Database database, Clock fine) {
    // The database keeps milliseconds, and what it gives back shall be what was said.
    Clock clock = Clock.tick(fine, Duration.ofMillis(1));
    Throttle throttle = new Throttle(clock);
    Passwords passwords = new Passwords();
    Accounts accounts = new Accounts(database, clock);
    SignIn signIn = new SignIn(database, passwords, throttle, clock);
    return new Reception(
        accounts,
        signIn,
        new Invitations(
            new Invitations.Parts(database, accounts, passwords, signIn), throttle, clock),
        new Sessions(database, clock),
        new Tokens(database, clock),
        new CalendarFeeds(database, clock));
  }
}

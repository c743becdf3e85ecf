package org.capsula.server.studio;

import java.util.function.Predicate;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.entry.Sessions;
import org.capsula.server.http.Access;
import org.capsula.server.http.Caller;

/** Whether somebody who was let in would be let in again, without counting it as a use. */
public final class Presence implements Predicate<Caller> {
  private final Accounts accounts;
  private final Sessions sessions;

  public Presence(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  public boolean test(Caller caller) {
    boolean welcome =
        accounts
            .find(caller.account())
            .filter(account -> !account.disabled())
            .filter(account -> Access.STUDIO.permits(account.role()))
            .isPresent();
    String session = caller.sessionId();
    return welcome
        && (session == null
            || sessions.of(caller.account()).stream().anyMatch(each -> each.id().equals(session)));
  }
}

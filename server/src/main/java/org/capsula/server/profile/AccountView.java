package org.capsula.server.profile;

import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.proof.AccessToken;
import org.capsula.pipeline.account.proof.SignInSession;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the page of one's account.
 *
 * @param calendar since when there is a private address of the schedule; null for none
 * @param ownSession of the browser that looks; null for a program
 */
public record AccountView(
    Account account,
    List<SignInSession> sessions,
    List<AccessToken> tokens,
    @Nullable Instant calendar,
    @Nullable String ownSession) {

  public boolean isOwn(SignInSession session) {
    return session.id().equals(ownSession);
  }
}

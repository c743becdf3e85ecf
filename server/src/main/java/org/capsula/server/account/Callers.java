package org.capsula.server.account;

import java.util.Optional;
import org.capsula.pipeline.account.entry.Sessions;
import org.capsula.pipeline.account.entry.Tokens;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Request;

/** Finds out who asks: a program by its token (RFC 6750 §2.1), else a browser by its cookie. */
public final class Callers implements Caller.Finder {
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final Tokens tokens;

  public Callers(Sessions sessions, Tokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @Override
  public Caller of(Request request) {
    // Other schemes are meant for a proxy before us.
    return request
        .header("Authorization")
        .filter(field -> field.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(
            field ->
                Cookies.areSafe(request)
                    ? program(new Secret(field.substring(BEARER.length()).strip()))
                    : Caller.OVERHEARD)
        .or(() -> Cookies.session(request).map(this::browser))
        .orElse(Caller.NOBODY);
  }

  private Caller program(Secret token) {
    return tokens
        .use(token)
        .map(account -> Caller.token(account.id(), account.shownName(), account.role()))
        .orElse(Caller.STALE);
  }

  private Caller browser(Secret session) {
    Optional<Sessions.Held> held = sessions.use(session);
    return held.map(
            each ->
                Caller.session(
                    each.session().id(),
                    each.account().id(),
                    each.account().shownName(),
                    each.account().role()))
        .orElse(Caller.STALE);
  }
}

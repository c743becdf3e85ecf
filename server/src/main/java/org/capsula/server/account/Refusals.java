package org.capsula.server.account;

import java.util.Map;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/** What accounts refuse, as a problem of the one table. */
public final class Refusals {
  private Refusals() {}

  public static ProblemException problem(RefusedException e) {
    Problem problem =
        switch (e.refusal()) {
          case UNKNOWN -> Problem.NOT_FOUND;
          case LINK_ENDED -> Problem.GONE;
          case NAME_TAKEN, LAST_ADMIN, DISABLED, TOO_MANY_TOKENS -> Problem.CONFLICT;
          case NAME_UNUSABLE,
              SHOWN_NAME_UNUSABLE,
              TOKEN_NAME_UNUSABLE,
              PASSWORD_SHORT,
              PASSWORD_LONG,
              PASSWORD_GUESSABLE,
              PASSWORD_WRONG ->
              Problem.INVALID;
        };
    return new ProblemException(
        problem, e.refusal().sentence(), Map.of("reason", e.refusal().code()));
  }
}

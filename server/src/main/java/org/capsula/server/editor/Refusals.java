package org.capsula.server.editor;

import java.util.Locale;
import java.util.Map;
import org.capsula.pipeline.editing.RefusedEditException;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/** From what an edit was refused for to the one table of problems. */
final class Refusals {
  private Refusals() {}

  /** {@code reason} tells those apart that share a problem; the page words it. */
  static ProblemException of(RefusedEditException refusal) {
    String reason = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new ProblemException(
        problem(refusal.reason()), refusal.sentence(), Map.of("reason", reason));
  }

  private static Problem problem(RefusedEditException.Reason reason) {
    return switch (reason) {
      case GONE -> Problem.NOT_FOUND;
      case CONFLICT, CORRECTED -> Problem.CONFLICT;
      case OUTDATED -> Problem.CHANGED_MEANWHILE;
      case NO_LANGUAGE -> Problem.LANGUAGE_NEEDED;
      case UNREADABLE -> Problem.FILE_REFUSED;
      case TOO_LARGE -> Problem.TOO_LARGE;
      case INVALID -> Problem.INVALID;
    };
  }
}

package org.capsula.server.editor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.capsula.pipeline.editing.Misfit;
import org.capsula.pipeline.editing.RefusedEditException;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/** From what an edit was refused for to the one table of problems. */
final class Refusals {
  private Refusals() {}

  /**
   * {@code reason} tells those apart that share a problem; {@code rule}, {@code field} and {@code
   * most} say which value cannot be, and why. The page words them.
   */
  static ProblemException of(RefusedEditException refusal) {
    Map<String, Object> members = new HashMap<>();
    members.put("reason", refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Misfit misfit = refusal.misfit();
    if (misfit != null) {
      members.put("rule", misfit.rule().word());
      members.put("field", misfit.field());
      if (misfit.most() != null) {
        members.put("most", misfit.most());
      }
    }
    return new ProblemException(problem(refusal.reason()), refusal.sentence(), members);
  }

  /** A value that makes no sense before anybody looks at the capsule. */
  static ProblemException invalid(String rule, String field, String sentence) {
    return new ProblemException(
        Problem.INVALID, sentence, Map.of("reason", "invalid", "rule", rule, "field", field));
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

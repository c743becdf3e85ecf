package org.capsula.server.release;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/**
 * Why something that was written cannot be decided.
 *
 * @param field of a {@link Wish}
 * @param code empty, unreadable, unknown, early, offset; twice or skipped for a local time that
 *     comes twice or never, by a clock change
 * @param meanings what may have been meant; empty where that is not the question
 */
public record Fault(String field, String code, List<OffsetDateTime> meanings) {
  public static Fault of(String field, String code) {
    return new Fault(field, code, List.of());
  }

  /** As a program is told. */
  public ProblemException refusal() {
    return refusal(Map.of());
  }

  /**
   * @param where where in what was written it stands, beyond its field
   */
  public ProblemException refusal(Map<String, Object> where) {
    Map<String, Object> members = new HashMap<>(where);
    members.put("field", field);
    members.put("rule", code);
    if (!meanings.isEmpty()) {
      members.put("meanings", meanings.stream().map(Objects::toString).toList());
    }
    return new ProblemException(
        Problem.INVALID,
        meanings.isEmpty()
            ? field + ": " + code + "."
            : field + ": this time is not clear there; give one of the meanings.",
        members);
  }
}

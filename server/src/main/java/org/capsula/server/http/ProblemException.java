package org.capsula.server.http;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final @Nullable String detail;
  private final transient Map<String, Object> members;

  public ProblemException(Problem problem) {
    this(problem, null, Map.of());
  }

  /**
   * @param detail a sentence about this time: what, where, what to do
   */
  public ProblemException(Problem problem, String detail) {
    this(problem, detail, Map.of());
  }

  /**
   * @param members more of the problem document (RFC 9457 §3.2)
   */
  public ProblemException(Problem problem, @Nullable String detail, Map<String, Object> members) {
    super(problem.code() + (detail == null ? "" : ": " + detail));
    this.problem = problem;
    this.detail = detail;
    this.members = new TreeMap<>(members);
  }

  public Problem problem() {
    return problem;
  }

  /** Null where the problem's own sentence says it all. */
  public @Nullable String detail() {
    return detail;
  }

  public Map<String, Object> members() {
    return members;
  }
}

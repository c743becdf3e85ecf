package org.capsula.server.http;

/** Words what went wrong, in the language of the page. */
@FunctionalInterface
public interface ErrorPage {
  /** The status of the answer is set to the given one, whatever the page says. */
  Response answer(int status, Request request);

  /** As above, where more is known than a status. */
  default Response answer(Problem problem, Request request) {
    return answer(problem.status(), request);
  }
}

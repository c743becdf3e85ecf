package org.capsula.server.http.jetty;

import java.util.function.Supplier;
import org.capsula.server.http.ErrorPage;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, told to a person as a page and to a program as a problem document. */
final class Wording {
  private static final Logger LOG = LoggerFactory.getLogger(Wording.class);

  private final ErrorPage page;

  Wording(ErrorPage page) {
    this.page = page;
  }

  Response answer(int status, Request request) {
    return isForPrograms(request.path())
        ? document(ProblemDocument.of(Problem.of(status)), status)
        : page(status, () -> page.answer(status, request));
  }

  Response answer(Problem problem, Request request) {
    return isForPrograms(request.path())
        ? document(ProblemDocument.of(problem), problem.status())
        : page(problem.status(), () -> page.answer(problem, request));
  }

  Response answer(ProblemException failure, Request request) {
    int status = failure.problem().status();
    return isForPrograms(request.path())
        ? document(ProblemDocument.of(failure), status)
        : page(status, () -> page.answer(failure.problem(), request));
  }

  private static Response document(String json, int status) {
    return Response.text(MediaType.PROBLEM, json).status(status);
  }

  private static Response page(int status, Supplier<Response> page) {
    try {
      return page.get().status(status);
    } catch (RuntimeException e) {
      LOG.error("the page for status {} failed", status, e);
      String sentence = Problem.of(status).sentence();
      return Response.text("text/plain;charset=utf-8", sentence).status(status);
    }
  }

  static boolean isForPrograms(String path) {
    return isApi(path) || isTus(path);
  }

  static boolean isTus(String path) {
    return path.equals("/uploads") || path.startsWith("/uploads/");
  }

  static boolean isApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }
}

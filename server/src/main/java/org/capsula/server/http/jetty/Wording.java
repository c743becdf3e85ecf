package org.capsula.server.http.jetty;

import org.capsula.server.http.ErrorPage;
import org.capsula.server.http.MediaType;
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
    if (isApi(request.path())) {
      return Response.text(MediaType.PROBLEM, Problem.of(status).json()).status(status);
    }
    try {
      return page.answer(status, request).status(status);
    } catch (RuntimeException e) {
      LOG.error("the page for status {} failed", status, e);
      return Response.text("text/plain;charset=utf-8", Problem.of(status).detail()).status(status);
    }
  }

  static boolean isApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }
}

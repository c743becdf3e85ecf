package org.capsula.server.catalogue;

import org.capsula.server.http.ErrorPage;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.ErrorView;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;

/** What went wrong, in the viewer's language and with a way back. */
public final class ErrorPages implements ErrorPage {
  private final Pages pages;

  public ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Response answer(int status, Request request) {
    LanguageChoice language = Language.of(request);
    ErrorView error = new ErrorView(status, request.header("X-Request-Id").orElse(null));
    return Language.vary(Response.html(pages.error(language, error)), language);
  }
}

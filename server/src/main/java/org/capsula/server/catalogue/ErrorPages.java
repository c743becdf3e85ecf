package org.capsula.server.catalogue;

import org.capsula.server.http.ErrorPage;
import org.capsula.server.http.Problem;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.WayIn;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.ErrorView;
import org.capsula.server.viewer.ErrorView.Way;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/** What went wrong, in the viewer's language and with a way back. */
public final class ErrorPages implements ErrorPage {
  private final Pages pages;

  public ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Response answer(int status, Request request) {
    return page(new ErrorView(status, id(request)), request);
  }

  @Override
  public Response answer(Problem problem, Request request) {
    ErrorView view = new ErrorView(problem.status(), id(request));
    return page(
        switch (problem) {
          case SIGN_IN_NEEDED, SIGN_IN_ENDED ->
              view.leadingTo(new Way(WayIn.back(request), "account.sign-in"));
          case FOREIGN_ORIGIN -> view.saying("error.foreign");
          case NOT_ALLOWED ->
              view.saying("error.role").leadingTo(new Way("/account", "studio.nav.account"));
          default -> view;
        },
        request);
  }

  private static @Nullable String id(Request request) {
    return request.header("X-Request-Id").orElse(null);
  }

  private Response page(ErrorView error, Request request) {
    LanguageChoice language = Language.of(request);
    return Language.vary(Response.html(pages.error(language, error)), language);
  }
}

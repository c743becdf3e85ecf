package org.capsula.server.viewer;

import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;

/** In which language a page is asked for. */
public final class Language {
  private Language() {}

  public static LanguageChoice of(Request request) {
    return LanguageChoice.of(
        request.query("lang").orElse(null), request.header("Accept-Language").orElse(null));
  }

  /** Whoever keeps the answer must know that another browser may get another. */
  public static Response vary(Response response, LanguageChoice language) {
    Response spoken = response.header("Content-Language", language.language().tag());
    return language.asked() ? spoken : spoken.header("Vary", "Accept-Language");
  }
}

package org.capsula.server.catalogue;

import java.io.IOException;
import java.util.Optional;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.CapsuleView;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.Sharing;

/** {@code /c/{slug}}: one capsule, to watch and to read. */
public final class CapsulePage implements Endpoint {
  private final Shown shown;
  private final CapsuleViews views;
  private final Pages pages;

  public CapsulePage(Shown shown, CapsuleViews views, Pages pages) {
    this.shown = shown;
    this.views = views;
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) throws IOException {
    Optional<Shown.Item> item = shown.bySlug(request.variable("slug"));
    if (item.isEmpty()) {
      return Response.error(404);
    }
    LanguageChoice language = Language.of(request);
    CapsuleView view = views.of(item.get(), language.language());
    Sharing sharing = views.sharing(item.get(), request.connection());
    return Language.vary(
        Response.html(pages.capsule(language, view, sharing)).caching(Caching.revalidate()),
        language);
  }
}

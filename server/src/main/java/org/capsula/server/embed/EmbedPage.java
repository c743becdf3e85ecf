package org.capsula.server.embed;

import java.io.IOException;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.server.catalogue.CapsuleViews;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.PagePolicy;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.Sharing;

/**
 * {@code /embed/{slug}}: the player alone, in anybody's frame. It is asked without cookies there,
 * so it answers what everybody may see.
 */
public final class EmbedPage implements Endpoint {
  private final Shown shown;
  private final CapsuleViews views;
  private final Pages pages;

  public EmbedPage(Shown shown, CapsuleViews views, Pages pages) {
    this.shown = shown;
    this.views = views;
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) throws IOException {
    LanguageChoice language = Language.of(request);
    Optional<Shown.Item> item = shown.bySlug(request.variable("slug"), Eyes.ANYBODY);
    return Language.vary(
        (item.isEmpty() ? missing(language) : page(request, item.get(), language))
            .header(PagePolicy.FIELD, PagePolicy.FRAMED),
        language);
  }

  private Response page(Request request, Shown.Item item, LanguageChoice language)
      throws IOException {
    Sharing sharing = views.sharing(item, request.connection());
    return Response.html(pages.embed(language, views.of(item, language.language()), sharing))
        .caching(item.caching());
  }

  /** In words: where a page may not be framed, a browser shows the viewer a broken frame. */
  private Response missing(LanguageChoice language) {
    return Response.html(pages.embedMissing(language)).status(404);
  }
}

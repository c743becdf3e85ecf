package org.capsula.server.catalogue;

import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.CatalogueView;
import org.capsula.server.viewer.Finder;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;

/** All that everybody may see, newest first, where no server is there to search. */
public final class PlainCatalogue implements Endpoint {
  private final Shown shown;
  private final Pages pages;

  public PlainCatalogue(Shown shown, Pages pages) {
    this.shown = shown;
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) {
    LanguageChoice language = Language.of(request);
    Optional<String> asked = request.query("after");
    Optional<Place> after = asked.flatMap(Place::of);
    Shown.Page page = shown.page(Filter.ALL, after.orElse(null), CataloguePage.CARDS, Eyes.ANYBODY);
    if (asked.isPresent() && (after.isEmpty() || page.items().isEmpty())) {
      return Response.error(404);
    }
    Place next = page.next();
    CatalogueView view =
        new CatalogueView(
            page.items().stream().map(item -> CataloguePage.card(item, language)).toList(),
            next == null ? null : "/?after=" + next.word(),
            asked.map(word -> "after=" + word + "&").orElse(""),
            Finder.NONE);
    return Response.html(pages.catalogue(language, view));
  }
}

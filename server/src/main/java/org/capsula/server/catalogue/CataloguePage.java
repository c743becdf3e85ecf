package org.capsula.server.catalogue;

import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.CapsuleCard;
import org.capsula.server.viewer.CatalogueView;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;

/** {@code /}: all that may be seen, newest first. */
public final class CataloguePage implements Endpoint {
  /** Rows of two and of three come out even. */
  private static final int CARDS = 24;

  private final Shown shown;
  private final Pages pages;

  public CataloguePage(Shown shown, Pages pages) {
    this.shown = shown;
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) {
    LanguageChoice language = Language.of(request);
    Optional<String> asked = request.query("after");
    Optional<Place> after = asked.flatMap(Place::of);
    Eyes eyes = Shown.eyes(request.caller());
    Shown.Page page = shown.page(Filter.ALL, after.orElse(null), CARDS, eyes);
    if (asked.isPresent() && (after.isEmpty() || page.items().isEmpty())) {
      return Response.error(404);
    }
    Place next = page.next();
    CatalogueView view =
        new CatalogueView(
            page.items().stream().map(item -> card(item, language)).toList(),
            next == null ? null : "/?after=" + next.word(),
            after.map(Place::word).orElse(null));
    return Language.vary(
        Response.html(pages.catalogue(language, view)).caching(caching(eyes)), language);
  }

  private static Caching caching(Eyes eyes) {
    return eyes == Eyes.ANYBODY ? Caching.revalidate() : Caching.noStore();
  }

  private static CapsuleCard card(Shown.Item item, LanguageChoice language) {
    Viewing viewing = item.viewing();
    List<String> preferred = item.preferring(language.language().tag());
    return new CapsuleCard(
        viewing.slug(),
        Words.title(item, preferred),
        Words.in(item.texts().summaries(), preferred),
        viewing.length(),
        item.subtitleLanguages(),
        Words.in(item.collection(), preferred),
        viewing.collectionOrder(),
        Words.situation(item.situation(), preferred),
        Words.poster(viewing));
  }
}

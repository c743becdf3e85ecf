package org.capsula.server.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.search.Question;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.CapsuleCard;
import org.capsula.server.viewer.CatalogueView;
import org.capsula.server.viewer.Finder;
import org.capsula.server.viewer.Found;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/** {@code /}: all that may be seen, newest first, or what somebody looks for. */
public final class CataloguePage implements Endpoint {
  /** Rows of two and of three come out even. */
  static final int CARDS = 24;

  /** Each shows what is said in it, and is read before the next. */
  private static final int HITS = 12;

  private final Searching searching;
  private final Pages pages;

  public CataloguePage(Searching searching, Pages pages) {
    this.searching = searching;
    this.pages = pages;
  }

  /** What stands on one page, whichever way it was found. */
  private record Content(
      List<CapsuleCard> cards, @Nullable String next, Finder.@Nullable Count count) {}

  @Override
  public Response answer(Request request) {
    LanguageChoice language = Language.of(request);
    Wish wish = Wish.of(request::query);
    Optional<String> after = request.query("after");
    Eyes eyes = Shown.eyes(request.caller());
    Searching seen = searching.by(eyes);
    Optional<Content> content =
        wish.words() == null
            ? page(seen, wish, after, language)
            : found(seen, wish, after, language);
    if (content.isEmpty()) {
      return Response.error(404);
    }
    CatalogueView view =
        view(
            wish,
            after,
            content.get(),
            new Finders(seen, language.language()).of(wish, content.get().count()));
    return Language.vary(
        Response.html(pages.catalogue(language, view)).caching(caching(eyes)), language);
  }

  private static Caching caching(Eyes eyes) {
    return eyes == Eyes.ANYBODY ? Caching.revalidate() : Caching.noStore();
  }

  private static CatalogueView view(
      Wish wish, Optional<String> after, Content content, Finder finder) {
    WishAddress address = new WishAddress(wish);
    String next = content.next();
    String kept = address.query(after.orElse(null));
    return new CatalogueView(
        content.cards(),
        next == null ? null : address.page(next),
        kept.isEmpty() ? "" : kept + "&",
        finder);
  }

  /** Empty where no page begins there. */
  private static Optional<Content> page(
      Searching searching, Wish wish, Optional<String> asked, LanguageChoice language) {
    Optional<Place> after = asked.flatMap(Place::of);
    Shown.Page page = searching.page(searching.filter(wish), after.orElse(null), CARDS);
    if (asked.isPresent() && (after.isEmpty() || page.items().isEmpty())) {
      return Optional.empty();
    }
    Place next = page.next();
    return Optional.of(
        new Content(
            page.items().stream().map(item -> card(item, language)).toList(),
            next == null ? null : next.word(),
            null));
  }

  private static Optional<Content> found(
      Searching searching, Wish wish, Optional<String> asked, LanguageChoice language) {
    Optional<Integer> from = asked.flatMap(Searching::offset);
    Searching.Hits found = searching.find(wish, from.orElse(0), HITS, language.language().tag());
    if (asked.isPresent() && (from.isEmpty() || found.hits().isEmpty())) {
      return Optional.empty();
    }
    Question question = Question.of(Objects.requireNonNullElse(wish.words(), ""));
    Integer next = found.next();
    return Optional.of(
        new Content(
            found.hits().stream().map(hit -> card(hit, question, language)).toList(),
            next == null ? null : Searching.offset(next),
            new Finder.Count(found.count(), found.more())));
  }

  /** Of one that was not searched for. */
  static CapsuleCard card(Shown.Item item, LanguageChoice language) {
    return card(item, Found.NONE, language);
  }

  private static CapsuleCard card(Searching.Hit hit, Question question, LanguageChoice language) {
    Shown.Item item = hit.item();
    List<String> preferred = item.preferring(language.language().tag());
    Found found =
        new Found(
            FoundWords.in(Words.title(item, preferred), question),
            FoundWords.in(Words.in(item.texts().summaries(), preferred), question),
            hit.passages().stream().map(cue -> FoundWords.cue(item.viewing(), cue)).toList());
    return card(item, found, language);
  }

  private static CapsuleCard card(Shown.Item item, Found found, LanguageChoice language) {
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
        Words.poster(viewing),
        found);
  }
}

package org.capsula.server.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.server.catalogue.CapsuleViews;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.Language;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /feed.xml?language=&collection=}: the newest capsules, those with subtitles of one
 * language alone, or of one collection.
 */
public final class Feed implements Endpoint {
  /** What a reader that looks once a week may have missed. */
  private static final int MOST = 50;

  /** So many are looked through for those of one collection. */
  private static final int PAGES = 20;

  private final Shown shown;
  private final CapsuleViews views;

  public Feed(Shown shown, CapsuleViews views) {
    this.shown = shown;
    this.views = views;
  }

  @Override
  public Response answer(Request request) {
    Optional<String> asked = request.query("language").flatMap(LanguageTag::normalise);
    if (request.query("language").isPresent() && asked.isEmpty()) {
      return Response.error(404);
    }
    String collection = request.query("collection").orElse(null);
    List<Shown.Item> items = newest(Filter.ALL.withLanguage(asked.orElse(null)), collection);
    if (collection != null && items.isEmpty()) {
      return Response.error(404);
    }
    LanguageChoice choice = Language.of(request);
    PageLanguage words = asked.flatMap(PageLanguage::ofTag).orElse(choice.language());
    RssChannel channel =
        new RssChannel(
            words, request.connection().origin(), query(asked.orElse(null), collection), items);
    return Language.vary(
        Response.text(RssChannel.TYPE, channel.xml(views, collection != null))
            .caching(Caching.revalidate()),
        new LanguageChoice(words, asked.isPresent() || choice.asked()));
  }

  private List<Shown.Item> newest(Filter filter, @Nullable String collection) {
    List<Shown.Item> found = new ArrayList<>();
    Place after = null;
    for (int page = 0; page < PAGES && found.size() < MOST; page++) {
      Shown.Page next = shown.page(filter, after, MOST, Eyes.ANYBODY);
      next.items().stream()
          .filter(item -> collection == null || collection.equals(item.viewing().collectionId()))
          .forEach(found::add);
      after = next.next();
      if (after == null) {
        break;
      }
    }
    return found.subList(0, Math.min(MOST, found.size()));
  }

  /** What its own address holds: both values are of our alphabets by now. */
  private static String query(@Nullable String language, @Nullable String collection) {
    List<String> parts = new ArrayList<>();
    if (language != null) {
      parts.add("language=" + language);
    }
    if (collection != null) {
      parts.add("collection=" + collection);
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}

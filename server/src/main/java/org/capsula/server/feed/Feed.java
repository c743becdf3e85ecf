package org.capsula.server.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
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
    Filter filter = Filter.ALL.withLanguage(asked.orElse(null)).withCollection(collection);
    List<Shown.Item> items = shown.page(filter, null, MOST, Eyes.ANYBODY).items();
    if (collection != null && items.isEmpty()) {
      return Response.error(404);
    }
    LanguageChoice words =
        asked
            .flatMap(PageLanguage::ofTag)
            .map(language -> new LanguageChoice(language, true))
            .orElseGet(() -> Language.of(request));
    RssChannel channel =
        new RssChannel(
            words.language(),
            request.connection().origin(),
            query(asked, collection, words),
            items);
    return Language.vary(
        Response.text(RssChannel.TYPE, channel.xml(views, collection != null))
            .caching(Caching.revalidate()),
        words);
  }

  /** What its own address holds: both values are of our alphabets by now. */
  private static String query(
      Optional<String> subtitles, @Nullable String collection, LanguageChoice words) {
    List<String> parts = new ArrayList<>();
    subtitles.ifPresent(tag -> parts.add("language=" + tag));
    if (collection != null) {
      parts.add("collection=" + collection);
    }
    // Where the subtitles' language speaks for itself, it is not said twice.
    if (words.asked() && !subtitles.equals(Optional.of(words.language().tag()))) {
      parts.add("lang=" + words.language().tag());
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}

package org.capsula.server.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.search.Choices;
import org.capsula.pipeline.search.Found;
import org.capsula.pipeline.search.Passage;
import org.capsula.pipeline.search.Passages;
import org.capsula.pipeline.search.Question;
import org.capsula.pipeline.search.Search;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what may be seen. The index only proposes: every capsule is asked of the tables at that
 * moment, and whatever may not be seen is not even counted.
 */
public final class Searching {
  private static final Logger LOG = LoggerFactory.getLogger(Searching.class);

  /** Nobody turns so many pages; who does not find it there asks in other words. */
  public static final int MOST = 100;

  /** The index is asked for more where the first do not suffice. */
  private static final int FIRST_DOCUMENTS = 150;

  private static final int FURTHER = 2;

  /** Where fewer capsules than these fit a filter, they are asked for one by one. */
  private static final int FEW = 2_000;

  /** SQLite takes 32766 values in one statement. */
  private static final int AT_ONCE = 2_000;

  private static final int PASSAGES = 3;
  private static final int LANGUAGES_TRIED = 3;

  private final Shown shown;
  private final Search search;
  private final Passages passages;
  private final Selectable selectable;
  private final Eyes eyes;

  /** For anybody. */
  public Searching(Shown shown, Search search, Passages passages) {
    this.shown = shown;
    this.search = search;
    this.passages = passages;
    selectable = new Selectable(shown, search);
    eyes = Eyes.ANYBODY;
  }

  private Searching(Searching of, Eyes eyes) {
    shown = of.shown;
    search = of.search;
    passages = of.passages;
    selectable = of.selectable;
    this.eyes = eyes;
  }

  /** For somebody who may see as much. */
  public Searching by(Eyes somebody) {
    return new Searching(this, somebody);
  }

  /**
   * A capsule that was found.
   *
   * @param passages where its words are said; none where they stand in its texts alone
   */
  public record Hit(Shown.Item item, List<Passage> passages) {}

  /**
   * A page of what was found.
   *
   * @param count of all pages, {@link #MOST} at most
   * @param more whether there are more than are counted
   * @param next where the next page begins; null on the last
   */
  public record Hits(List<Hit> hits, int count, boolean more, @Nullable Integer next) {}

  /** Whether the index holds everything; else a search finds only a part. */
  public boolean isWhole() {
    return search.isWhole();
  }

  /** Where a page of what was found begins, as it stands in an address. */
  public static String offset(int from) {
    return "s" + from;
  }

  /** Empty for what {@link #offset(int)} did not write. */
  public static Optional<Integer> offset(String word) {
    return word.matches("s[1-9]\\d{0,2}")
        ? Optional.of(Integer.parseInt(word.substring(1)))
        : Optional.empty();
  }

  Choices choices() {
    return selectable.now(eyes);
  }

  public Filter filter(Wish wish) {
    String theme = wish.theme();
    return new Filter(
        wish.language(),
        theme == null ? List.of() : selectable.spellings(theme),
        wish.country(),
        wish.lasting(),
        /* collection= */ null);
  }

  /** Without words: newest opening first. */
  public Shown.Page page(Filter filter, @Nullable Place after, int limit) {
    if (filter.equals(Filter.ALL)) {
      return shown.page(filter, after, limit, eyes);
    }
    return search
        .narrowed(filter, FEW)
        .map(few -> page(shown.among(few, filter, eyes), after, limit))
        .orElseGet(() -> shown.page(filter, after, limit, eyes));
  }

  /** In the order of the catalogue. */
  private Shown.Page page(Collection<Viewing> found, @Nullable Place after, int limit) {
    List<Viewing> rest =
        found.stream()
            .filter(viewing -> after == null || Place.of(viewing).compareTo(after) < 0)
            .sorted((one, other) -> Place.of(other).compareTo(Place.of(one)))
            .limit(limit + 1L)
            .toList();
    List<Viewing> page = rest.subList(0, Math.min(limit, rest.size()));
    return new Shown.Page(
        shown.items(page), rest.size() > limit ? Place.of(page.get(limit - 1)) : null);
  }

  /**
   * Best first.
   *
   * @param wish with words
   * @param language of the page: a capsule that holds the words in several is shown in this one
   */
  public Hits find(Wish wish, int from, int limit, String language) {
    Question question = Question.of(Objects.requireNonNullElse(wish.words(), ""));
    Filter filter = filter(wish);
    int documents = FIRST_DOCUMENTS;
    Found found = search.find(question, filter, documents);
    Set<String> asked = new HashSet<>();
    Set<String> seen = new HashSet<>(visible(found, asked, filter));
    while (seen.size() <= MOST && !found.all()) {
      documents *= FURTHER;
      found = search.find(question, filter, documents);
      seen.addAll(visible(found, asked, filter));
    }
    List<String> best = found.languages().keySet().stream().filter(seen::contains).toList();
    int count = Math.min(best.size(), MOST);
    int end = Math.min(from + limit, count);
    List<String> page = from < end ? best.subList(from, end) : List.of();
    return new Hits(
        hits(inOrder(page, filter), found, question, language),
        count,
        best.size() > MOST,
        end < count ? end : null);
  }

  /**
   * Of those that were found, who may be seen and was not asked of before.
   *
   * @param asked is told of them
   */
  private Set<String> visible(Found found, Set<String> asked, Filter filter) {
    List<String> further = found.languages().keySet().stream().filter(asked::add).toList();
    Set<String> visible = new HashSet<>();
    for (int from = 0; from < further.size(); from += AT_ONCE) {
      int end = Math.min(from + AT_ONCE, further.size());
      visible.addAll(shown.visible(further.subList(from, end), filter, eyes));
    }
    return visible;
  }

  /** A capsule that was shut since is left out. */
  private List<Viewing> inOrder(List<String> ids, Filter filter) {
    Map<String, Viewing> byId = new HashMap<>();
    shown.among(ids, filter, eyes).forEach(viewing -> byId.put(viewing.id(), viewing));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  private List<Hit> hits(List<Viewing> page, Found found, Question question, String language) {
    List<Shown.Item> items = shown.items(page);
    Map<String, List<Track>> tracks = shown.tracks(items);
    List<Hit> hits = new ArrayList<>();
    for (Shown.Item item : items) {
      String id = item.viewing().id();
      List<String> languages = found.languages().getOrDefault(id, List.of());
      List<Track> spoken = tracks.getOrDefault(id, List.of());
      hits.add(
          new Hit(
              item,
              Stream.concat(Stream.of(language).filter(languages::contains), languages.stream())
                  .distinct()
                  .limit(LANGUAGES_TRIED)
                  .flatMap(tag -> in(tag, spoken))
                  .map(track -> passages(item.viewing(), track, question))
                  .filter(said -> !said.isEmpty())
                  .findFirst()
                  .orElse(List.of())));
    }
    return hits;
  }

  private static Stream<Track> in(String language, List<Track> tracks) {
    return tracks.stream().filter(track -> track.isShown() && track.language().equals(language));
  }

  private List<Passage> passages(Viewing viewing, Track track, Question question) {
    try {
      return passages.of(track, viewing.part(), question, PASSAGES);
    } catch (IOException e) {
      LOG.warn("The subtitles of {} cannot be read: {}", viewing.slug(), e.toString());
      return List.of();
    }
  }
}

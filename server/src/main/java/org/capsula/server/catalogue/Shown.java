package org.capsula.server.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Notice;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Request;
import org.jspecify.annotations.Nullable;

/** What may be seen now, with all that is said of it: a handful of queries a page. */
public final class Shown {
  private final Database database;
  private final Clock clock;

  public Shown(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The time at which it is asked what may be seen. */
  Instant now() {
    return clock.instant();
  }

  /**
   * One page.
   *
   * @param next null on the last
   */
  public record Page(List<Item> items, @Nullable Place next) {}

  /**
   * A capsule with its texts.
   *
   * @param subtitleLanguages that can be read beside the picture
   * @param collection titles of the one it belongs to; none where it belongs to none
   * @param situation null where none is told
   */
  public record Item(
      Viewing viewing,
      CapsuleTexts texts,
      List<String> subtitleLanguages,
      Texts collection,
      @Nullable Situation situation) {

    /** The order in which to look for a text that is wanted in one language. */
    public List<String> preferring(String language) {
      return Stream.of(
              language,
              Objects.requireNonNullElse(viewing.language(), "en"),
              "en",
              "fr",
              Texts.UNKNOWN_LANGUAGE)
          .distinct()
          .toList();
    }

    /** How long others may keep a page that tells of it. */
    public Caching caching() {
      return viewing.isPublic() ? Caching.revalidate() : Caching.noStore();
    }
  }

  /** How much somebody may see who asks so. */
  public static Eyes eyes(Caller caller) {
    return caller.isSignedIn() ? Eyes.SIGNED_IN : Eyes.ANYBODY;
  }

  public Page page(Filter filter, @Nullable Place after, int limit, Eyes eyes) {
    return database.look(
        session -> {
          // One more than is shown tells whether there is a next page.
          List<Viewing> found =
              new ViewingStore(session, eyes).page(filter, after, limit + 1, clock.instant());
          boolean more = found.size() > limit;
          List<Viewing> shown = more ? found.subList(0, limit) : found;
          Map<String, Situation> situations =
              new SituationStore(session).heads(known(shown, Viewing::situationId));
          return new Page(
              items(session, shown, situations),
              more ? Place.of(shown.get(shown.size() - 1)) : null);
        });
  }

  /** Those of these capsules that may be seen, in no order. */
  public List<Viewing> among(Collection<String> ids, Filter filter, Eyes eyes) {
    return database.look(
        session -> new ViewingStore(session, eyes).among(ids, filter, clock.instant()));
  }

  /** Which of these capsules may be seen. */
  Set<String> visible(Collection<String> ids, Filter filter, Eyes eyes) {
    return database.look(
        session -> new ViewingStore(session, eyes).visible(ids, filter, clock.instant()));
  }

  /** With what lists say of them, in their order. */
  public List<Item> items(List<Viewing> viewings) {
    return database.look(
        session ->
            items(
                session,
                viewings,
                new SituationStore(session).heads(known(viewings, Viewing::situationId))));
  }

  /** The one that the request's address names. */
  public Optional<Item> asked(Request request) {
    return bySlug(request.variable("slug"), eyes(request.caller()));
  }

  public Optional<Item> bySlug(String slug, Eyes eyes) {
    return database.look(
        session ->
            new ViewingStore(session, eyes)
                .bySlug(slug, clock.instant())
                .map(viewing -> item(session, viewing)));
  }

  public Optional<Item> byId(String id, Eyes eyes) {
    return database.look(
        session ->
            new ViewingStore(session, eyes)
                .byId(id, clock.instant())
                .map(viewing -> item(session, viewing)));
  }

  /**
   * Of a capsule that is shut, when its trainer wished that something be said.
   *
   * @param isOver whether it was available, else it will be
   */
  public record Told(Notice notice, CapsuleTexts texts, boolean isOver) {}

  /** What may be told of the one that the request's address names while it is shut. */
  public Optional<Told> told(Request request) {
    Instant now = clock.instant();
    return database.look(
        session ->
            new ViewingStore(session, eyes(request.caller()))
                .notice(request.variable("slug"), now)
                .map(
                    notice ->
                        new Told(
                            notice,
                            new CapsuleTextStore(session)
                                .heads(List.of(notice.capsuleId()))
                                .getOrDefault(notice.capsuleId(), CapsuleTexts.NONE),
                            !notice.opensAt().isAfter(now))));
  }

  private static Item item(Session session, Viewing viewing) {
    List<Viewing> one = List.of(viewing);
    Map<String, Situation> situations =
        new SituationStore(session).byIds(known(one, Viewing::situationId));
    return items(session, one, situations).get(0);
  }

  /** All text tracks of what is shown. */
  public List<Track> tracks(Item item) {
    return database.look(session -> new TrackStore(session).of(item.viewing().id()));
  }

  /** By capsule. */
  public Map<String, List<Track>> tracks(List<Item> items) {
    return database.look(
        session ->
            new TrackStore(session)
                .byCapsules(items.stream().map(item -> item.viewing().id()).toList()));
  }

  private static List<Item> items(
      Session session, List<Viewing> viewings, Map<String, Situation> situations) {
    List<String> ids = viewings.stream().map(Viewing::id).toList();
    Map<String, CapsuleTexts> texts = new CapsuleTextStore(session).heads(ids);
    Map<String, List<String>> languages = new TrackStore(session).shownLanguages(ids);
    Map<String, Texts> collections =
        new CollectionStore(session).titles(known(viewings, Viewing::collectionId));
    return viewings.stream()
        .map(
            viewing ->
                new Item(
                    viewing,
                    texts.getOrDefault(viewing.id(), CapsuleTexts.NONE),
                    languages.getOrDefault(viewing.id(), List.of()),
                    lookUp(collections, viewing.collectionId()).orElse(Texts.NONE),
                    lookUp(situations, viewing.situationId()).orElse(null)))
        .toList();
  }

  private static List<String> known(
      List<Viewing> viewings, Function<Viewing, @Nullable String> id) {
    return viewings.stream()
        .flatMap(viewing -> Stream.ofNullable(id.apply(viewing)))
        .distinct()
        .toList();
  }

  private static <T> Optional<T> lookUp(Map<String, T> all, @Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(all.get(id));
  }
}

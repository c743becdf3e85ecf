package org.capsula.server.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.jspecify.annotations.Nullable;

/** What may be seen now, with all that is said of it: a handful of queries a page. */
public final class Shown {
  private final Database database;
  private final Clock clock;

  public Shown(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
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
   * @param collection titles of the one it belongs to; none where it belongs to none
   * @param situation null where none is told
   */
  public record Item(
      Viewing viewing,
      CapsuleTexts texts,
      List<Track> tracks,
      Texts collection,
      @Nullable Situation situation) {

    /** Languages that can be read beside the picture. */
    public List<String> subtitleLanguages() {
      return tracks.stream().filter(Track::isShown).map(Track::language).distinct().toList();
    }

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
  }

  public Page page(Filter filter, @Nullable Place after, int limit) {
    return database.look(
        session -> {
          // One more than is shown tells whether there is a next page.
          List<Viewing> found =
              new ViewingStore(session).page(filter, after, limit + 1, clock.instant());
          boolean more = found.size() > limit;
          List<Viewing> shown = more ? found.subList(0, limit) : found;
          return new Page(
              items(session, shown), more ? Place.of(shown.get(shown.size() - 1)) : null);
        });
  }

  public Optional<Item> bySlug(String slug) {
    return database.look(
        session ->
            new ViewingStore(session)
                .bySlug(slug, clock.instant())
                .map(viewing -> items(session, List.of(viewing)).get(0)));
  }

  public Optional<Item> byId(String id) {
    return database.look(
        session ->
            new ViewingStore(session)
                .byId(id, clock.instant())
                .map(viewing -> items(session, List.of(viewing)).get(0)));
  }

  private static List<Item> items(Session session, List<Viewing> viewings) {
    List<String> ids = viewings.stream().map(Viewing::id).toList();
    Map<String, CapsuleTexts> texts = new CapsuleTextStore(session).byIds(ids);
    Map<String, List<Track>> tracks = new TrackStore(session).byCapsules(ids);
    Map<String, Texts> collections =
        new CollectionStore(session).titles(known(viewings, Viewing::collectionId));
    Map<String, Situation> situations =
        new SituationStore(session).byIds(known(viewings, Viewing::situationId));
    return viewings.stream()
        .map(
            viewing ->
                new Item(
                    viewing,
                    texts.getOrDefault(viewing.id(), CapsuleTexts.NONE),
                    tracks.getOrDefault(viewing.id(), List.of()),
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

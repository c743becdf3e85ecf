package org.capsula.pipeline.studio;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionHistoryStore;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.storage.Sha256;
import org.jspecify.annotations.Nullable;

/** The list of all capsules: a dozen queries a page, however many there are. */
public final class StudioList {
  /** Enough for a median that one odd film does not move. */
  private static final int COSTS = 11;

  /**
   * Two pages of the list: whoever looks further back sees what runs, and loads anew for the rest.
   */
  private static final int WATCHED = 50;

  private final Database database;
  private final int atOnce;
  private final Clock clock;

  /**
   * @param atOnce how many productions run side by side
   */
  public StudioList(Database database, int atOnce, Clock clock) {
    this.database = database;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param next null on the last
   */
  public record Page(List<StudioItem> items, @Nullable StudioPlace next) {}

  /** A production and what is to be expected of it; the latter is null where it has ended. */
  public record Work(Production production, @Nullable Outlook outlook) {}

  public Page page(StudioFilter filter, @Nullable StudioPlace after, int limit) {
    Instant now = clock.instant();
    return database.look(
        session -> {
          // One more than is shown tells whether there is a next page.
          List<StudioCapsule> found = new StudioStore(session).page(filter, after, limit + 1, now);
          boolean more = found.size() > limit;
          List<StudioCapsule> shown = more ? found.subList(0, limit) : found;
          return new Page(
              items(session, shown, now), more ? end(shown.get(shown.size() - 1)) : null);
        });
  }

  private static StudioPlace end(StudioCapsule last) {
    return new StudioPlace(
        Objects.requireNonNullElse(last.deletedAt(), last.createdAt()), last.id());
  }

  /** A deleted one, too. */
  public Optional<StudioItem> find(String capsuleId) {
    Instant now = clock.instant();
    return database.look(
        session ->
            new StudioStore(session)
                .byId(capsuleId)
                .map(capsule -> items(session, List.of(capsule), now).get(0)));
  }

  public Optional<Work> production(String productionId) {
    return database.look(
        session ->
            new ProductionStore(session)
                .find(productionId)
                .map(production -> new Work(production, outlooks(session).get(production.id()))));
  }

  /**
   * What is going on.
   *
   * @param underWay all that is queued or running, in the order of queueing
   * @param revision another whenever anything else in the newest capsules has changed
   */
  public record Pulse(List<Work> underWay, String revision) {}

  /** Cheap enough for every second. */
  public Pulse pulse() {
    return database.look(
        session -> {
          Map<String, Outlook> outlooks = outlooks(session);
          List<Work> underWay =
              new ProductionStore(session)
                  .underWay().stream()
                      .map(production -> new Work(production, outlooks.get(production.id())))
                      .toList();
          List<String> marks = new MarkStore(session).marks(WATCHED, clock.instant());
          return new Pulse(underWay, Sha256.of(String.join("\n", marks)).substring(0, 16));
        });
  }

  private Map<String, Outlook> outlooks(Session session) {
    List<Production> underWay = new ProductionStore(session).underWay();
    if (underWay.isEmpty()) {
      return Map.of();
    }
    ProductionHistoryStore history = new ProductionHistoryStore(session);
    return new Outlooks(history.footageInWork(), atOnce, clock.instant())
        .of(underWay, ProductionQueue.waiting(session), Pace.of(history.costs(COSTS)));
  }

  private List<StudioItem> items(Session session, List<StudioCapsule> capsules, Instant now) {
    List<String> ids = capsules.stream().map(StudioCapsule::id).toList();
    StudioStore store = new StudioStore(session);
    Details details =
        new Details(
            new CapsuleTextStore(session).heads(ids),
            new TrackStore(session).byCapsules(ids),
            store.lackedLanguages(ids),
            new ProductionHistoryStore(session).byIds(known(capsules, StudioCapsule::productionId)),
            new HashMap<>(outlooks(session)),
            store.reports(known(capsules, StudioCapsule::editionId)));
    return capsules.stream().map(capsule -> details.item(capsule, now)).toList();
  }

  private static List<String> known(
      List<StudioCapsule> capsules, Function<StudioCapsule, @Nullable String> id) {
    return capsules.stream()
        .flatMap(capsule -> Stream.ofNullable(id.apply(capsule)))
        .distinct()
        .toList();
  }

  /** What belongs to the capsules of a page, each read in one go. */
  private record Details(
      Map<String, CapsuleTexts> texts,
      Map<String, List<Track>> tracks,
      Map<String, List<String>> lacked,
      Map<String, Production> productions,
      Map<String, Outlook> outlooks,
      Map<String, String> reports) {

    StudioItem item(StudioCapsule capsule, Instant now) {
      List<Track> own = tracks.getOrDefault(capsule.id(), List.of());
      List<String> languages =
          own.stream().filter(Track::isShown).map(Track::language).distinct().toList();
      Production newest = lookUp(productions, capsule.productionId());
      return new StudioItem(
          capsule,
          capsule.state(newest, now),
          texts.getOrDefault(capsule.id(), CapsuleTexts.NONE),
          languages,
          lacked.getOrDefault(capsule.id(), List.of()),
          newest,
          lookUp(outlooks, capsule.productionId()),
          StudioFindings.of(lookUp(reports, capsule.editionId()), own));
    }

    private static <T> @Nullable T lookUp(Map<String, T> all, @Nullable String id) {
      return id == null ? null : all.get(id);
    }
  }
}

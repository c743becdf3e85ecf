package org.capsula.server.viewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of the catalogue.
 *
 * @param capsules in the order to show; those of one collection are gathered where its first stands
 * @param next the address of the next page, null on the last
 * @param kept what this page's address holds beside its language: {@code q=…&after=…&}, or nothing
 */
public record CatalogueView(
    List<CapsuleCard> capsules, @Nullable String next, String kept, Finder finder) {

  /** The first page, with nothing to search by. */
  public CatalogueView(List<CapsuleCard> capsules, @Nullable String next) {
    this(capsules, next, "", Finder.NONE);
  }

  private static final Comparator<CapsuleCard> IN_COLLECTION =
      Comparator.comparing(CapsuleCard::place, Comparator.nullsLast(Comparator.naturalOrder()));

  /**
   * By collection, each in its own order; capsules of none come last. What was searched for stays
   * in the order in which it fits.
   */
  public List<Shelf> shelves() {
    if (finder.isSearching()) {
      return capsules.isEmpty() ? List.of() : List.of(new Shelf(null, capsules));
    }
    Map<Optional<Text>, List<CapsuleCard>> byCollection = new LinkedHashMap<>();
    for (CapsuleCard capsule : capsules) {
      byCollection
          .computeIfAbsent(Optional.ofNullable(capsule.collection()), none -> new ArrayList<>())
          .add(capsule);
    }
    List<CapsuleCard> loose = byCollection.remove(Optional.<Text>empty());
    List<Shelf> shelves = new ArrayList<>();
    byCollection.forEach(
        (title, cards) ->
            shelves.add(
                new Shelf(title.orElseThrow(), cards.stream().sorted(IN_COLLECTION).toList())));
    if (loose != null) {
      shelves.add(new Shelf(null, loose));
    }
    return shelves;
  }
}

package org.capsula.pipeline.catalog.viewing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Where in the catalogue a page ended: the next begins after it, whatever came in meanwhile. */
public record Place(Instant opensAt, String capsuleId) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::opensAt).thenComparing(Place::capsuleId);

  public static Place of(Viewing last) {
    return new Place(last.opensAt(), last.id());
  }

  /** Later openings are greater, as the tables have it. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** As it stands in an address. */
  public String word() {
    return Long.toString(opensAt.toEpochMilli(), 36) + "." + capsuleId;
  }

  /** Empty for what {@link #word} did not write. */
  public static Optional<Place> of(String word) {
    int dot = word.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    try {
      long millis = Long.parseLong(word.substring(0, dot), 36);
      return Optional.of(new Place(Instant.ofEpochMilli(millis), word.substring(dot + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

package org.capsula.pipeline.studio;

import java.time.Instant;
import java.util.Optional;

/**
 * Where in the list a page ended.
 *
 * @param at when the last capsule came in; in the list of deleted ones, when it was deleted
 */
public record StudioPlace(Instant at, String capsuleId) {
  /** As it stands in an address. */
  public String word() {
    return Long.toString(at.toEpochMilli(), 36) + "." + capsuleId;
  }

  /** Empty for what {@link #word} did not write. */
  public static Optional<StudioPlace> of(String word) {
    int dot = word.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    try {
      long millis = Long.parseLong(word.substring(0, dot), 36);
      return Optional.of(new StudioPlace(Instant.ofEpochMilli(millis), word.substring(dot + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

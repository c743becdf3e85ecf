package org.capsula.server.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scene of working life that a capsule shows.
 *
 * @param narrative paragraphs, apart by an empty line; a card shows none
 * @param country ISO 3166, two letters
 */
public record Situation(
    @Nullable Text title, @Nullable Text narrative, @Nullable String country, List<Text> themes) {

  /** The narrative's paragraphs. */
  public List<String> paragraphs() {
    return narrative == null ? List.of() : Paragraphs.of(narrative.words());
  }
}

package org.capsula.pipeline.catalog.situation;

import java.util.List;
import org.capsula.pipeline.catalog.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The scene of working life that a capsule shows.
 *
 * @param themes words that schools agree on, like {@code logement}
 * @param country ISO 3166-1 alpha-2; null when not told
 */
public record Situation(
    String id, Texts titles, Texts narratives, List<String> themes, @Nullable String country) {
  public Situation {
    themes = List.copyOf(themes);
  }
}

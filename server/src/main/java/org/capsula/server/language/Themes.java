package org.capsula.server.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.Folding;

/** The usual themes of social work, whichever of the page languages they were written in. */
public final class Themes {
  private static final String PREFIX = "theme.";

  private static final Map<String, String> KEYS =
      Arrays.stream(PageLanguage.values())
          .map(Messages::of)
          .flatMap(words -> words.keys().stream().filter(Themes::isTheme).map(words::entry))
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> slug(entry.getValue()), Map.Entry::getKey, (first, other) -> first));

  private Themes() {}

  /** The key of its words; none for a theme that the vocabulary does not know. */
  public static Optional<String> key(String theme) {
    return Optional.ofNullable(KEYS.get(slug(theme)));
  }

  private static boolean isTheme(String key) {
    return key.startsWith(PREFIX);
  }

  /** Written with or without accents, hyphens and apostrophes of either kind, it is one theme. */
  private static String slug(String theme) {
    return Folding.fold(theme).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }
}

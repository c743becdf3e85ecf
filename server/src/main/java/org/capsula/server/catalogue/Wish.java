package org.capsula.server.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.capsula.pipeline.catalog.viewing.Lasting;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the catalogue, as an address says it.
 *
 * @param words to search for; null for none
 * @param language of subtitles, normalised; null for any
 * @param theme in one of its spellings; null for any
 * @param country ISO 3166, in capitals; null for any
 * @param lasting null for any length
 */
public record Wish(
    @Nullable String words,
    @Nullable String language,
    @Nullable String theme,
    @Nullable String country,
    @Nullable Lasting lasting) {

  /**
   * A language or country that is none is asked for in vain, not passed over.
   *
   * @param value of a parameter
   */
  public static Wish of(Function<String, Optional<String>> value) {
    Function<String, Optional<String>> given =
        name -> value.apply(name).filter(text -> !text.isBlank());
    return new Wish(
        given.apply("q").map(String::strip).orElse(null),
        given.apply("language").map(tag -> LanguageTag.normalise(tag).orElse(tag)).orElse(null),
        given.apply("theme").orElse(null),
        given.apply("country").map(code -> code.toUpperCase(Locale.ROOT)).orElse(null),
        given.apply("length").flatMap(Lasting::ofWord).orElse(null));
  }

  boolean isNarrowed() {
    return language != null || theme != null || country != null || lasting != null;
  }

  /** Nothing in particular: the whole catalogue. */
  boolean isOpen() {
    return words == null && !isNarrowed();
  }
}

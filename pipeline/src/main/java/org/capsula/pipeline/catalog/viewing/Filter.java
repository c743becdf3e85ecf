package org.capsula.pipeline.catalog.viewing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the capsules that may be seen.
 *
 * @param language of subtitles that there must be; null for any
 * @param themes of its situation, one of which it must have, each as it is written there; none for
 *     any
 * @param country of its situation; null for any
 * @param lasting null for any length
 * @param collection its id; null for any
 */
public record Filter(
    @Nullable String language,
    List<String> themes,
    @Nullable String country,
    @Nullable Lasting lasting,
    @Nullable String collection) {
  public static final Filter ALL = new Filter(null, List.of(), null, null, null);

  public Filter {
    themes = List.copyOf(themes);
  }

  public Filter withLanguage(@Nullable String wanted) {
    return new Filter(wanted, themes, country, lasting, collection);
  }

  public Filter withThemes(List<String> wanted) {
    return new Filter(language, wanted, country, lasting, collection);
  }

  public Filter withCountry(@Nullable String wanted) {
    return new Filter(language, themes, wanted, lasting, collection);
  }

  public Filter withLasting(@Nullable Lasting wanted) {
    return new Filter(language, themes, country, wanted, collection);
  }

  public Filter withCollection(@Nullable String wanted) {
    return new Filter(language, themes, country, lasting, wanted);
  }
}

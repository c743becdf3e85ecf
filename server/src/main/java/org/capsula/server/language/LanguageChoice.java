package org.capsula.server.language;

import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of one page, and whether the viewer asked for it in the address: then the links of
 * the page hand it on, so that it lasts without a cookie.
 */
public record LanguageChoice(PageLanguage language, boolean asked) {

  /**
   * @param lang the {@code lang} parameter of the address
   * @param acceptLanguage the browser's header, with q-values
   */
  public static LanguageChoice of(@Nullable String lang, @Nullable String acceptLanguage) {
    Optional<PageLanguage> asked = Optional.ofNullable(lang).flatMap(PageLanguage::ofTag);
    return asked
        .or(() -> Optional.ofNullable(acceptLanguage).flatMap(LanguageChoice::best))
        .map(language -> new LanguageChoice(language, asked.isPresent()))
        .orElse(new LanguageChoice(PageLanguage.ENGLISH, false));
  }

  /** The address with the choice in it. */
  public String link(String address) {
    if (!asked) {
      return address;
    }
    int hash = address.indexOf('#');
    String path = hash < 0 ? address : address.substring(0, hash);
    String fragment = hash < 0 ? "" : address.substring(hash);
    return path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag() + fragment;
  }

  private static Optional<PageLanguage> best(String acceptLanguage) {
    return ranges(acceptLanguage).stream()
        .filter(range -> range.getWeight() > 0)
        .flatMap(range -> PageLanguage.ofTag(range.getRange()).stream())
        .findFirst();
  }

  /** Best first; a header that cannot be read is no wish. */
  private static List<LanguageRange> ranges(String acceptLanguage) {
    try {
      return LanguageRange.parse(acceptLanguage);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}

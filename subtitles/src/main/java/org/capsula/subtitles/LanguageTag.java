package org.capsula.subtitles;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** BCP 47 language tags in their one normal form, and how a language calls itself. */
public final class LanguageTag {
  /** ISO 639-2/B where it differs from 639-2/T, and codes withdrawn since. Library of Congress. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("mo", "ro"),
          Map.entry("mol", "ro"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("scc", "sr"),
          Map.entry("scr", "hr"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  /** Undetermined, several, none: tags that name no language a viewer could choose. */
  private static final Set<String> NO_LANGUAGE = Set.of("und", "mul", "zxx", "mis");

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private LanguageTag() {}

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(two).getISO3Language(), two);
    }
    codes.putAll(BIBLIOGRAPHIC);
    return codes;
  }

  /**
   * The tag with the shortest language code and each subtag in its usual case ({@code gre} → {@code
   * el}, {@code pt-br} → {@code pt-BR}); {@code _} counts as {@code -}. Empty for what is malformed
   * or names no language that CLDR knows.
   */
  public static Optional<String> normalise(String tag) {
    Locale locale;
    try {
      locale = new Locale.Builder().setLanguageTag(tag.strip().replace('_', '-')).build();
      String language = locale.getLanguage();
      String shortest = TWO_LETTERS.getOrDefault(language, language);
      locale = new Locale.Builder().setLocale(locale).setLanguage(shortest).build();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
    return isKnown(locale.getLanguage()) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
  }

  /** CLDR gives the code itself where it has no name. */
  private static boolean isKnown(String language) {
    return (language.length() == 2 || language.length() == 3)
        && !NO_LANGUAGE.contains(language)
        && !Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH).equals(language);
  }

  /**
   * The name of the language in itself, with a capital: Français, Ελληνικά, Português (Brasil). The
   * English name where CLDR has no other; the tag itself where it is not known.
   */
  public static String ownName(String tag) {
    Locale locale = Locale.forLanguageTag(normalise(tag).orElse(tag));
    String name = locale.getDisplayName(locale);
    if (name.isEmpty()) {
      return tag;
    }
    int second = name.offsetByCodePoints(0, 1);
    return name.substring(0, second).toUpperCase(locale) + name.substring(second);
  }
}

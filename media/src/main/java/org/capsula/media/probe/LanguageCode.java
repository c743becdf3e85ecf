package org.capsula.media.probe;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what containers write, often ISO 639-2, to the shortest code (RFC 5646, 2.2.1). */
public final class LanguageCode {
  /** ISO 639-2/B where it differs from 639-2/T. Library of Congress. */
  private static final String BIBLIOGRAPHIC =
      "alb sq arm hy baq eu bur my chi zh cze cs dut nl fre fr geo ka ger de gre el ice is mac mk"
          + " mao mi may ms per fa rum ro slo sk tib bo wel cy";

  /** Undetermined, several, none, uncoded. */
  private static final Set<String> NO_LANGUAGE = Set.of("und", "mul", "zxx", "mis");

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private LanguageCode() {}

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(two).getISO3Language(), two);
    }
    String[] pairs = BIBLIOGRAPHIC.split(" ", -1);
    for (int i = 0; i < pairs.length; i += 2) {
      codes.put(pairs[i], pairs[i + 1]);
    }
    return codes;
  }

  /**
   * Letters, digits and hyphens only, so that it can be part of a file's name.
   *
   * @return empty for what names no language
   */
  public static Optional<String> of(String written) {
    Locale locale = Locale.forLanguageTag(written.strip().replace('_', '-'));
    String language = locale.getLanguage();
    if (language.isEmpty() || NO_LANGUAGE.contains(language)) {
      return Optional.empty();
    }
    String shortest = TWO_LETTERS.getOrDefault(language, language);
    return Optional.of(
        new Locale.Builder()
            .setLanguage(shortest)
            .setScript(locale.getScript())
            .setRegion(locale.getCountry())
            .build()
            .toLanguageTag());
  }
}

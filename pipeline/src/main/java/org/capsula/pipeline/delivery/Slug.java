package org.capsula.pipeline.delivery;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A capsule's name in addresses: Latin letters and digits alone, so that it stands in a playlist, a
 * mail or a poster as it stands in the browser.
 */
final class Slug {
  private static final int LONGEST = 60;

  /** ISO 843 letter by letter, and the Latin letters that are no letter with an accent. */
  private static final Map<Integer, String> LATIN =
      table(
          "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f"
              + " χ ch ψ ps ω o ß ss œ oe æ ae ø o ł l đ d");

  private Slug() {}

  /** Without accents, lower case, words joined by hyphens. */
  static String of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .mapToObj(letter -> LATIN.getOrDefault(letter, Character.toString(letter)))
            .collect(Collectors.joining())
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    String slug = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
    return slug.isEmpty() ? "capsule" : slug;
  }

  private static Map<Integer, String> table(String pairs) {
    Map<Integer, String> table = new HashMap<>();
    String[] words = pairs.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      table.put(words[i].codePointAt(0), words[i + 1]);
    }
    return table;
  }
}

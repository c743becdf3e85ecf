package org.capsula.pipeline.delivery;

import java.text.Normalizer;
import java.util.Locale;

/** A capsule's name in addresses. */
final class Slug {
  private static final int LONGEST = 60;

  private Slug() {}

  /** Letters and digits without accents, lower case, words joined by hyphens. */
  static String of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace('ς', 'σ')
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut =
        plain
            .codePoints()
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String slug = cut.replaceAll("-+$", "");
    return slug.isEmpty() ? "capsule" : slug;
  }
}

package org.capsula.pipeline.catalog;

import java.text.Normalizer;
import java.util.Locale;

/** Text as a searcher means it: without case, accents and doubled spaces. */
public final class Folding {
  private Folding() {}

  public static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        // Greek writes one letter in two ways.
        .replace('ς', 'σ')
        .replaceAll("\\s+", " ")
        .strip();
  }
}

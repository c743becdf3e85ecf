package org.capsula.subtitles.text;

import java.text.Normalizer;
import java.util.List;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Finding;
import org.jspecify.annotations.Nullable;

/** Letters that look right but are the wrong ones, so that search, fonts and speech stumble. */
final class LetterRepairs {
  private static final String CEDILLA = "ŞşŢţ";
  private static final String COMMA = "ȘșȚț";

  private LetterRepairs() {}

  static String apply(String text, @Nullable String language, List<Finding> findings) {
    if ("ro".equals(language)) {
      return withCommas(text, findings);
    }
    return "el".equals(language) ? composed(text, findings) : text;
  }

  /** Older code pages lack the comma letters; Romanian has no ş or ţ with cedilla. */
  private static String withCommas(String text, List<Finding> findings) {
    StringBuilder repaired = new StringBuilder(text);
    int count = 0;
    for (int i = 0; i < repaired.length(); i++) {
      int letter = CEDILLA.indexOf(repaired.charAt(i));
      if (letter >= 0) {
        repaired.setCharAt(i, COMMA.charAt(letter));
        count++;
      }
    }
    if (count > 0) {
      findings.add(Finding.of(Code.CEDILLA_REPLACED).with("count", count));
    }
    return repaired.toString();
  }

  private static String composed(String text, List<Finding> findings) {
    if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      return text;
    }
    findings.add(Finding.of(Code.TEXT_NORMALISED).with("form", "NFC"));
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}

package org.capsula.pipeline.editing;

import java.text.Normalizer;
import java.util.Locale;
import org.capsula.pipeline.editing.Misfit.Rule;

/** A text that people type, and how much of it makes sense. */
enum Field {
  TITLE("title", 300, 100),
  SUMMARY("summary", 5_000, 100),
  KEYWORD("keyword", 100, 100),
  CREDITS("credits", 5_000, 100),
  NARRATIVE("narrative", 50_000, 100),
  THEME("theme", 100, 50),
  CHAPTER("chapter", 200, 1_000),
  CONSENT("consent note", 20_000, 1),
  FILE_NAME("file name", 200, 1),
  KIND("kind of document", 50, 1);

  private final String word;
  private final int letters;
  private final int most;

  Field(String word, int letters, int most) {
    this.word = word;
    this.letters = letters;
    this.most = most;
  }

  /**
   * Letters composed, line ends as one character, without control characters: a database would
   * refuse some, and nobody sees them.
   */
  String clean(String text) throws RefusedEditException {
    return clean(text, name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * @param where its path, for a refusal
   */
  String clean(String text, String where) throws RefusedEditException {
    String clean =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replaceAll("\\R", "\n")
            .replaceAll("[\\p{Cc}&&[^\n\t]]", "")
            .strip();
    if (clean.length() > letters) {
      throw new RefusedEditException(
          new Misfit(Rule.TOO_LONG, where, letters),
          "The %s has %d characters, and %d are kept; shorten it."
              .formatted(word, clean.length(), letters));
    }
    return clean;
  }

  void requireCount(int count, String where) throws RefusedEditException {
    if (count > most) {
      throw new RefusedEditException(
          new Misfit(Rule.TOO_MANY, where, most),
          "There are %d of the kind “%s”, and %d are kept; remove some."
              .formatted(count, word, most));
    }
  }
}

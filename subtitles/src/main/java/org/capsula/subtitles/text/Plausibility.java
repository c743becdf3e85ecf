package org.capsula.subtitles.text;

/** How much a text looks as if it had been decoded rightly, judged by its letters beyond ASCII. */
enum Plausibility {
  /** French, German, Luxembourgish, Dutch, Spanish, Italian. */
  WESTERN("àâäæçéèêëíìîïñóòôöœùúûüÿß"),
  ROMANIAN("ăâîșțşţ"),
  GREEK("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ");

  private static final String PUNCTUATION = "’‘“”„«»–—…€·°§\u00A0";

  private final String letters;

  Plausibility(String letters) {
    this.letters = letters;
  }

  /** The sum over all characters beyond ASCII; below zero is nonsense. */
  int score(String text) {
    int score = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        score +=
            character(text.charAt(i))
                + neighbours(at(text, i - 1), text.charAt(i), at(text, i + 1));
      }
    }
    return score;
  }

  private static char at(String text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }

  private int character(char c) {
    if (c == '\uFFFD' || Character.isISOControl(c)) {
      return -10;
    }
    if (letters.indexOf(Character.toLowerCase(c)) >= 0) {
      return 2;
    }
    if (PUNCTUATION.indexOf(c) >= 0) {
      return 1;
    }
    return Character.isLetter(c) ? -1 : -2;
  }

  private int neighbours(char before, char c, char after) {
    if (!Character.isLetter(c)) {
      return 0;
    }
    int score = 0;
    // Capitals do not stand inside words, nor letters behind digits.
    if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
      score -= 3;
    }
    if (before >= '0' && before <= '9') {
      score -= 4;
    }
    if (this == GREEK) {
      // A word is all Greek or has no Greek letter.
      return isAsciiLetter(before) || isAsciiLetter(after) ? score - 4 : score;
    }
    // Latin words are mostly ASCII: two accents in a row are rare.
    return before >= 0x80 && Character.isLetter(before) ? score - 1 : score;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}

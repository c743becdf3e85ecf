package org.capsula.server.language;

/** The plural forms of whole numbers in the page languages, after CLDR's rules. */
enum Plural {
  ONE("one"),
  FEW("few"),
  OTHER("other");

  private final String word;

  Plural(String word) {
    this.word = word;
  }

  /** The ending of a key: {@code length.minutes.few}. */
  String word() {
    return word;
  }

  static Plural of(PageLanguage language, long count) {
    return switch (language) {
      case FRENCH -> count < 2 ? ONE : OTHER;
      case ROMANIAN -> count == 1 ? ONE : isRomanianFew(count) ? FEW : OTHER;
      case GREEK, GERMAN, LUXEMBOURGISH, ENGLISH -> count == 1 ? ONE : OTHER;
    };
  }

  /** 2 minute, 119 minute, 0 minute; but 20 de minute. */
  private static boolean isRomanianFew(long count) {
    return count == 0 || (count % 100 >= 1 && count % 100 <= 19);
  }
}

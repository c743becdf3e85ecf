package org.capsula.pipeline.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Writes a word as everybody types it: small letters without marks, one way for each letter. */
final class Letters {
  /** What Unicode does not take apart, and people type in another way. */
  private static final Map<Character, String> TYPED =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('œ', "oe"),
          Map.entry('æ', "ae"),
          Map.entry('ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ı', "i"),
          // Greek writes one letter in two ways.
          Map.entry('ς', "σ"),
          // Apostrophes of all kinds: who leaves them out means the same word.
          Map.entry('\'', ""),
          Map.entry('’', ""),
          Map.entry('‘', ""),
          Map.entry('ʼ', ""),
          Map.entry('＇', ""));

  private Letters() {}

  static String plain(String word) {
    if (isPlain(word)) {
      return word;
    }
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char letter = apart.charAt(i);
      if (isSeen(letter)) {
        plain.append(TYPED.getOrDefault(letter, String.valueOf(letter)));
      }
    }
    return plain.toString();
  }

  /** Most words are. */
  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  /** No accent, and nothing that is there for line breaks and directions alone. */
  private static boolean isSeen(char letter) {
    int type = Character.getType(letter);
    return type != Character.NON_SPACING_MARK && type != Character.FORMAT;
  }
}

package org.capsula.pipeline.search;

import java.text.Normalizer;
import java.util.Locale;

/** Writes a word as everybody types it: small letters without marks, one way for each letter. */
final class Letters {
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
        append(plain, letter);
      }
    }
    return plain.toString();
  }

  /** Most words are. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** What Unicode does not take apart, and people type in another way. */
  private static void append(StringBuilder plain, char letter) {
    switch (letter) {
      case 'ß' -> plain.append("ss");
      case 'œ' -> plain.append("oe");
      case 'æ' -> plain.append("ae");
      case 'ø' -> plain.append('o');
      case 'ł' -> plain.append('l');
      case 'đ', 'ð' -> plain.append('d');
      case 'þ' -> plain.append("th");
      case 'ı' -> plain.append('i');
      // Greek writes one letter in two ways.
      case 'ς' -> plain.append('σ');
      case '\'', '’', '‘', 'ʼ', '＇' -> {
        // Apostrophes of all kinds: who leaves them out means the same word.
      }
      default -> plain.append(letter);
    }
  }

  /** No accent, and nothing that is there for line breaks and directions alone. */
  private static boolean isSeen(char letter) {
    int type = Character.getType(letter);
    return type != Character.NON_SPACING_MARK && type != Character.FORMAT;
  }
}

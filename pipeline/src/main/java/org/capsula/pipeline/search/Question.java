package org.capsula.pipeline.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody types to find something: words, and phrases in quotation marks of any kind. All of
 * them must be there. Whatever is typed is a question; one without a single word finds nothing.
 */
public final class Question {
  /** Nobody types more; programs might. */
  private static final int MOST_CHARACTERS = 200;

  private static final int MOST_PARTS = 12;
  private static final String MARKS = "\"“”„‟«»″";

  private final List<String> parts;

  private Question(List<String> parts) {
    this.parts = List.copyOf(parts);
  }

  public static Question of(String typed) {
    String text = typed.length() > MOST_CHARACTERS ? typed.substring(0, MOST_CHARACTERS) : typed;
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean mark = i < text.length() && MARKS.indexOf(text.charAt(i)) >= 0;
      boolean end = i == text.length() || mark;
      if (end || (!quoted && isSpace(text.charAt(i)))) {
        add(text.substring(from, i), parts);
        from = i + 1;
        quoted ^= mark;
      }
    }
    return new Question(parts);
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  private static void add(String part, List<String> parts) {
    if (!part.isBlank() && parts.size() < MOST_PARTS) {
      parts.add(part);
    }
  }

  /**
   * The words of each part as a language writes them; of parts that have none nothing is asked.
   *
   * @param way of {@link Words#way}
   */
  List<List<String>> in(String way) {
    return parts.stream()
        .map(part -> Words.terms(way, part))
        .filter(terms -> !terms.isEmpty())
        .toList();
  }
}

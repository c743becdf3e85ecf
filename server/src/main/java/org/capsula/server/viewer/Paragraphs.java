package org.capsula.server.viewer;

import java.util.List;
import java.util.regex.Pattern;

/** Plain text in paragraphs. */
final class Paragraphs {
  private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\s*\\R");

  private Paragraphs() {}

  static List<String> of(String text) {
    return EMPTY_LINE.splitAsStream(text).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}

package org.capsula.pipeline.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tells of each trouble once, and again when it comes back after it was over. */
final class Tidings {
  private final Map<Object, String> told = new HashMap<>();
  private final Consumer<String> tell;

  Tidings(Consumer<String> tell) {
    this.tell = tell;
  }

  /**
   * @param about what has the trouble; only the first sentence about it is told
   */
  void trouble(Object about, String sentence) {
    if (told.putIfAbsent(about, sentence) == null) {
      tell.accept(sentence);
    }
  }

  void over(Object about) {
    told.remove(about);
  }

  void news(String sentence) {
    tell.accept(sentence);
  }
}

package org.capsula.pipeline.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds by reading everything from end to end, for the bench to compare with. */
public final class PlainScan {
  private final List<Question> questions;
  private final List<Set<String>> found = new ArrayList<>();

  public PlainScan(List<String> typed) {
    questions = typed.stream().map(Question::of).toList();
    questions.forEach(question -> found.add(new TreeSet<>()));
  }

  /**
   * @param texts all that is said of a capsule in one language, each text on its own
   */
  public void read(String capsule, String language, List<String> texts) {
    String way = Words.way(language);
    List<List<String>> terms = texts.stream().map(text -> Words.terms(way, text)).toList();
    Set<String> all = new HashSet<>();
    terms.forEach(all::addAll);
    for (int i = 0; i < questions.size(); i++) {
      List<List<String>> parts = questions.get(i).in(way);
      if (!parts.isEmpty() && parts.stream().allMatch(part -> holds(part, all, terms))) {
        found.get(i).add(capsule);
      }
    }
  }

  private static boolean holds(List<String> part, Set<String> all, List<List<String>> terms) {
    return all.containsAll(part)
        && terms.stream().anyMatch(text -> Collections.indexOfSubList(text, part) >= 0);
  }

  /** By question, in their order. */
  public List<Set<String>> found() {
    return found;
  }
}

package org.capsula.pipeline.delivery;

import java.util.ArrayList;
import java.util.List;

/** What a person should know of a delivery, as it is found. */
final class Remarks {
  private final List<String> sentences = new ArrayList<>();
  private int leftOut;

  void say(String sentence) {
    sentences.add(sentence);
  }

  /** Of a side-car that is not taken. */
  void leaveOut(String sentence) {
    sentences.add(sentence);
    countLeftOut();
  }

  /** Of one that sentences were said about. */
  void countLeftOut() {
    leftOut++;
  }

  List<String> sentences() {
    return sentences;
  }

  int leftOut() {
    return leftOut;
  }
}

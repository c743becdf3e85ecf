package org.capsula.pipeline.search;

import java.time.Duration;
import java.util.List;

/**
 * A cue that holds what was looked for.
 *
 * @param language of its track, BCP 47
 * @param start in the film that is shown
 * @param text as it is read
 * @param marks the words that were looked for, in their order
 */
public record Passage(String language, Duration start, String text, List<Mark> marks) {
  public Passage {
    marks = List.copyOf(marks);
  }

  /** From one character of the text to before another. */
  public record Mark(int start, int end) {}
}

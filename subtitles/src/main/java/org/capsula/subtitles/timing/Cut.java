package org.capsula.subtitles.timing;

import java.time.Duration;
import java.util.List;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.webvtt.CueText;

/** Cues for a part of the film. */
public final class Cut {
  private Cut() {}

  /**
   * The cues that show between {@code start} and {@code end}, with times counted from {@code
   * start}. A cue that reaches over an edge is shortened; one that never shows, because it ends
   * when or before it starts, is left out.
   */
  public static List<Cue> clip(List<Cue> cues, Duration start, Duration end) {
    if (end.compareTo(start) < 0) {
      throw new IllegalArgumentException("window ends at " + end + " before it starts at " + start);
    }
    return cues.stream()
        .map(cue -> cue.withTimes(later(cue.start(), start), earlier(cue.end(), end)))
        .filter(cue -> cue.start().compareTo(cue.end()) < 0)
        .map(cue -> shift(cue, start.negated()))
        .toList();
  }

  private static Cue shift(Cue cue, Duration by) {
    return cue.withTimes(cue.start().plus(by), cue.end().plus(by))
        .withText(CueText.shift(cue.text(), by));
  }

  private static Duration later(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration earlier(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}

package org.capsula.subtitles.check;

import java.util.ArrayList;
import java.util.List;
import org.capsula.subtitles.Cue;

/**
 * A change of a list of cues: those from {@code from} on, up to and without {@code to}, give way to
 * others.
 *
 * @param from counted from 0
 * @param to not before {@code from}
 */
public record Edit(int from, int to, List<Cue> cues) {
  public Edit {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("an edit from " + from + " to " + to);
    }
    cues = List.copyOf(cues);
  }

  static Edit replace(int index, Cue cue) {
    return new Edit(index, index + 1, List.of(cue));
  }

  static Edit remove(int index) {
    return new Edit(index, index + 1, List.of());
  }

  public List<Cue> applyTo(List<Cue> before) {
    List<Cue> after = new ArrayList<>(before.subList(0, from));
    after.addAll(cues);
    after.addAll(before.subList(to, before.size()));
    return after;
  }
}

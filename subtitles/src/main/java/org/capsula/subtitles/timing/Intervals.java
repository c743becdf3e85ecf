package org.capsula.subtitles.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Region;
import org.capsula.subtitles.webvtt.CueText;

/**
 * What is shown when, as tracks need it whose samples cannot overlap. Each cue's text stands in as
 * many intervals as others begin or end meanwhile, so a file of a few megabytes could become
 * gigabytes; what no viewer could read is left out.
 */
public final class Intervals {
  /** At once; more would not fit on a screen. Those that come first in the file are shown. */
  static final int MOST_CUES = 20;

  /** Characters of all intervals; some forty hours of dialogue. What comes later is left out. */
  static final int MOST_TEXT = 4_000_000;

  private final Map<Duration, List<Integer>> starting = new HashMap<>();
  private final Map<Duration, List<Integer>> ending = new HashMap<>();
  private final TreeSet<Duration> changes = new TreeSet<>();
  private final List<Cue> cues;

  private Intervals(List<Cue> cues) {
    this.cues = cues.stream().map(cue -> cue.withText(CueText.plain(cue.text()))).toList();
  }

  /** In order of time, without overlap, with gaps where nothing shows. */
  public static List<Interval> of(List<Cue> cues) {
    Intervals intervals = new Intervals(cues);
    intervals.index();
    return intervals.sweep();
  }

  private void index() {
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      if (cue.start().compareTo(cue.end()) < 0 && shows(cue.text())) {
        starting.computeIfAbsent(cue.start(), time -> new ArrayList<>()).add(i);
        ending.computeIfAbsent(cue.end(), time -> new ArrayList<>()).add(i);
        changes.add(cue.start());
        changes.add(cue.end());
      }
    }
  }

  /** A no-break space alone, a common filler, shows no more than a blank. */
  private static boolean shows(String plain) {
    return !plain.replace('\u00A0', ' ').isBlank();
  }

  private List<Interval> sweep() {
    List<Interval> intervals = new ArrayList<>();
    long text = 0;
    NavigableMap<Integer, Cue> shown = new TreeMap<>();
    for (Duration start : changes) {
      ending.getOrDefault(start, List.of()).forEach(shown::remove);
      starting.getOrDefault(start, List.of()).forEach(i -> shown.put(i, cues.get(i)));
      Duration end = changes.higher(start);
      if (end != null && !shown.isEmpty()) {
        List<Cue> visible = shown.values().stream().limit(MOST_CUES).toList();
        // Counted before they are put together: one cue alone may have megabytes.
        text += visible.stream().mapToLong(cue -> cue.text().length() + 1L).sum();
        if (text > MOST_TEXT) {
          break;
        }
        append(new Interval(start, end, parts(visible)), intervals);
      }
    }
    return intervals;
  }

  private static List<String> parts(List<Cue> shown) {
    Map<Optional<Region>, StringBuilder> parts = new LinkedHashMap<>();
    for (Cue cue : shown) {
      StringBuilder part = parts.get(Optional.ofNullable(cue.settings().region()));
      if (part == null) {
        parts.put(Optional.ofNullable(cue.settings().region()), new StringBuilder(cue.text()));
      } else {
        part.append('\n').append(cue.text());
      }
    }
    return parts.values().stream().map(StringBuilder::toString).toList();
  }

  /** Two cues that show the same without a gap are one stretch. */
  private static void append(Interval interval, List<Interval> intervals) {
    int last = intervals.size() - 1;
    if (last >= 0
        && intervals.get(last).end().equals(interval.start())
        && intervals.get(last).parts().equals(interval.parts())) {
      interval = new Interval(intervals.get(last).start(), interval.end(), interval.parts());
      intervals.remove(last);
    }
    intervals.add(interval);
  }
}

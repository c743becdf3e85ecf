package org.capsula.subtitles.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Finding;
import org.jspecify.annotations.Nullable;

/** Looks over a list of cues, as a second pair of eyes would. */
public final class CueCheck {
  private final List<Cue> cues;
  private final Limits limits;
  private final List<Finding> findings = new ArrayList<>();

  /** By place on the screen: the cue that shows there longest so far, from 0. */
  private final Map<CueSettings, Integer> lastThere = new HashMap<>();

  private CueCheck(List<Cue> cues, Limits limits) {
    this.cues = cues;
    this.limits = limits;
  }

  /** In the order of the cues; each says at which cue it is. */
  public static List<Finding> of(List<Cue> cues, Limits limits) {
    CueCheck check = new CueCheck(cues, limits);
    for (int i = 0; i < cues.size(); i++) {
      check.look(i);
    }
    return check.findings;
  }

  private void look(int index) {
    Cue cue = cues.get(index);
    if (index > 0 && cue.start().compareTo(cues.get(index - 1).start()) < 0) {
      say(index, Finding.of(Code.CUE_OUT_OF_ORDER));
    }
    if (ShownText.isBlank(cue.text())) {
      say(index, Finding.of(Code.CUE_WITHOUT_TEXT));
      return;
    }
    text(index, cue);
    if (cue.end().compareTo(cue.start()) <= 0) {
      say(
          index,
          Finding.of(Code.END_BEFORE_START).with("start", cue.start()).with("end", cue.end()));
      return;
    }
    times(index, cue);
    neighbour(index, cue);
  }

  private void text(int index, Cue cue) {
    List<String> lines = ShownText.lines(cue.text());
    if (lines.size() > limits.lines()) {
      say(
          index,
          Finding.of(Code.TOO_MANY_LINES).with("count", lines.size()).with("most", limits.lines()));
    }
    int longest = lines.stream().mapToInt(ShownText::length).max().orElse(0);
    if (longest > limits.lineLength()) {
      say(
          index,
          Finding.of(Code.LINE_TOO_LONG).with("count", longest).with("most", limits.lineLength()));
    }
    List<String> unknown = ShownText.unknownTags(cue.text());
    if (!unknown.isEmpty()) {
      say(index, Finding.of(Code.TAG_UNKNOWN).with("tags", String.join(" ", unknown)));
    }
  }

  private void times(int index, Cue cue) {
    Duration film = limits.film();
    if (film != null && cue.start().compareTo(film) >= 0) {
      say(index, Finding.of(Code.CUE_AFTER_FILM).with("length", film));
    }
    Duration time = cue.end().minus(cue.start());
    int characters = ShownText.characters(cue.text());
    if (time.compareTo(limits.shortest()) < 0) {
      say(
          index,
          Finding.of(Code.CUE_TOO_SHORT).with("time", time).with("least", limits.shortest()));
    } else if (time.compareTo(limits.readingTime(characters)) < 0) {
      say(
          index,
          Finding.of(Code.READING_TOO_FAST)
              .with("speed", speed(characters, time))
              .with("most", limits.speed()));
    }
    if (time.compareTo(limits.longest()) > 0) {
      say(index, Finding.of(Code.CUE_TOO_LONG).with("time", time).with("most", limits.longest()));
    }
  }

  /** Rounded up, so that it never reads as the limit that it is above. */
  private static int speed(int characters, Duration time) {
    long millis = Math.max(1, time.toMillis());
    return (int) Math.min(Integer.MAX_VALUE, (characters * 1000L + millis - 1) / millis);
  }

  /** Two speakers may be shown at a time, each in a place of their own. */
  private void neighbour(int index, Cue cue) {
    CueSettings place = place(cue);
    @Nullable Integer before = lastThere.get(place);
    if (before != null) {
      Duration gap = cue.start().minus(cues.get(before).end());
      if (gap.isNegative() && cue.end().compareTo(cues.get(before).start()) > 0) {
        say(
            index,
            Finding.of(Code.CUE_OVERLAP).with("other", before + 1).with("time", gap.negated()));
      } else if (gap.compareTo(Duration.ZERO) > 0 && gap.compareTo(limits.gap()) < 0) {
        say(index, Finding.of(Code.GAP_TOO_SHORT).with("time", gap).with("least", limits.gap()));
      }
    }
    if (before == null || cues.get(before).end().compareTo(cue.end()) < 0) {
      lastThere.put(place, index);
    }
  }

  /** How its lines are set within its box does not move the box away. */
  private static CueSettings place(Cue cue) {
    CueSettings is = cue.settings();
    CueSettings usual = CueSettings.DEFAULT;
    return new CueSettings(
        is.vertical(),
        is.snapToLines(),
        is.line(),
        is.lineAlign(),
        is.position(),
        is.positionAlign(),
        usual.size(),
        usual.align(),
        is.region());
  }

  private void say(int index, Finding finding) {
    findings.add(finding.atCue(index + 1));
  }
}

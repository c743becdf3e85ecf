package org.capsula.subtitles.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.capsula.subtitles.Cue;

/** What a subtitler does to whole cues. */
public final class CueEdits {
  private CueEdits() {}

  /**
   * In two at a place in the text; time is shared by what there is to read. Tags that are open
   * there are closed and opened again. The first part keeps the identifier.
   *
   * @param place in the cue text, counted in UTF-16 units; within a tag it counts as before it
   * @return empty where one part would show nothing, or there is no time to share
   */
  public static Optional<Edit> split(List<Cue> cues, int index, int place) {
    Cue cue = cues.get(index);
    int at = Pieces.beforeOpening(cue.text(), Math.min(Math.max(place, 0), cue.text().length()));
    List<String> open = Pieces.open(cue.text(), at);
    String first = cue.text().substring(0, at).strip() + Pieces.closing(open);
    String second = String.join("", open) + cue.text().substring(at).stripLeading();
    long millis = cue.end().minus(cue.start()).toMillis();
    if (ShownText.isBlank(first) || ShownText.isBlank(second) || millis < 2) {
      return Optional.empty();
    }
    int before = ShownText.characters(first);
    long share = Math.round((double) millis * before / (before + ShownText.characters(second)));
    Duration middle = cue.start().plusMillis(Math.min(Math.max(share, 1), millis - 1));
    return Optional.of(
        new Edit(
            index,
            index + 1,
            List.of(
                cue.withText(first).withTimes(cue.start(), middle),
                new Cue(null, middle, cue.end(), second.stripTrailing(), cue.settings()))));
  }

  /** At the gap between words that is nearest to the middle; empty where there is none. */
  public static Optional<Edit> split(List<Cue> cues, int index) {
    String text = cues.get(index).text();
    return LineBreaks.middle(text).flatMap(place -> split(cues, index, place));
  }

  /** With the one after it, as two lines, or as one where both are short. */
  public static Optional<Edit> merge(List<Cue> cues, int index, Limits limits) {
    if (index + 1 >= cues.size()) {
      return Optional.empty();
    }
    Cue first = cues.get(index);
    Cue second = cues.get(index + 1);
    Duration start = first.start().compareTo(second.start()) < 0 ? first.start() : second.start();
    Duration end = first.end().compareTo(second.end()) > 0 ? first.end() : second.end();
    Cue merged = first.withTimes(start, end).withText(joined(first.text(), second.text(), limits));
    return Optional.of(new Edit(index, index + 2, List.of(merged)));
  }

  private static String joined(String first, String second, Limits limits) {
    if (ShownText.isBlank(first) || ShownText.isBlank(second)) {
      return ShownText.isBlank(first) ? second : first;
    }
    String text = first + "\n" + second;
    return ShownText.lines(text).size() > limits.lines()
        ? LineBreaks.balanced(text, limits).orElse(text)
        : text;
  }
}

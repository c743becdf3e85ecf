package org.capsula.subtitles.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.webvtt.CueText;

/** The change that makes a finding of {@link CueCheck} go, where one is sure to be meant. */
public final class Fix {
  private final List<Cue> cues;
  private final Limits limits;

  private Fix(List<Cue> cues, Limits limits) {
    this.cues = cues;
    this.limits = limits;
  }

  private interface Way {
    Optional<Edit> mend(Fix fix, int index, Finding finding);
  }

  private static final Map<String, Way> WAYS =
      Map.ofEntries(
          way(Code.CUE_WITHOUT_TEXT, (fix, index, finding) -> Optional.of(Edit.remove(index))),
          way(Code.CUE_AFTER_FILM, (fix, index, finding) -> Optional.of(Edit.remove(index))),
          way(Code.CUE_OUT_OF_ORDER, (fix, index, finding) -> fix.sorted()),
          way(Code.CUE_OVERLAP, (fix, index, finding) -> fix.overlap(index, finding)),
          way(Code.GAP_TOO_SHORT, (fix, index, finding) -> fix.gap(index)),
          way(Code.END_BEFORE_START, (fix, index, finding) -> fix.extended(index)),
          way(Code.CUE_TOO_SHORT, (fix, index, finding) -> fix.extended(index)),
          way(Code.READING_TOO_FAST, (fix, index, finding) -> fix.extended(index)),
          way(Code.TOO_MANY_LINES, (fix, index, finding) -> fix.broken(index)),
          way(Code.LINE_TOO_LONG, (fix, index, finding) -> fix.broken(index)),
          way(Code.TAG_UNKNOWN, (fix, index, finding) -> fix.escaped(index)));

  private static Map.Entry<String, Way> way(Code code, Way way) {
    return Map.entry(code.word(), way);
  }

  /**
   * @param finding of these cues by these limits
   * @return empty where a person has to decide, or where there is no room
   */
  public static Optional<Edit> of(Finding finding, List<Cue> cues, Limits limits) {
    Way way = WAYS.get(finding.code());
    Integer number = finding.cue();
    return way == null || number == null
        ? Optional.empty()
        : way.mend(new Fix(cues, limits), number - 1, finding);
  }

  /** Stable: what begins together stays in its order. */
  private Optional<Edit> sorted() {
    return Optional.of(
        new Edit(0, cues.size(), cues.stream().sorted(Comparator.comparing(Cue::start)).toList()));
  }

  /** The earlier cue ends where this one begins, as long as it can still be read. */
  private Optional<Edit> overlap(int index, Finding finding) {
    if (!(finding.arguments().get("other") instanceof Integer other)) {
      return Optional.empty();
    }
    Cue earlier = cues.get(other - 1);
    Duration end = cues.get(index).start();
    return end.minus(earlier.start()).compareTo(limits.shortest()) < 0
        ? Optional.empty()
        : Optional.of(Edit.replace(other - 1, earlier.withTimes(earlier.start(), end)));
  }

  /** The cue before stays until this one begins: neighbours without a gap do not flicker. */
  private Optional<Edit> gap(int index) {
    Duration start = cues.get(index).start();
    for (int i = index - 1; i >= 0; i--) {
      Cue before = cues.get(i);
      Duration gap = start.minus(before.end());
      if (gap.compareTo(Duration.ZERO) > 0 && gap.compareTo(limits.gap()) < 0) {
        return Optional.of(Edit.replace(i, before.withTimes(before.start(), start)));
      }
    }
    return Optional.empty();
  }

  /** Stays until it can be read, where nothing else begins before. */
  private Optional<Edit> extended(int index) {
    Cue cue = cues.get(index);
    Duration end = cue.start().plus(limits.readingTime(ShownText.characters(cue.text())));
    Duration film = limits.film();
    boolean free =
        IntStream.range(0, cues.size())
            .filter(other -> other != index)
            .mapToObj(other -> cues.get(other).start())
            .noneMatch(start -> start.compareTo(cue.start()) >= 0 && start.compareTo(end) < 0);
    return free && (film == null || end.compareTo(film) <= 0)
        ? Optional.of(Edit.replace(index, cue.withTimes(cue.start(), end)))
        : Optional.empty();
  }

  private Optional<Edit> broken(int index) {
    Cue cue = cues.get(index);
    return LineBreaks.balanced(cue.text(), limits)
        .map(text -> Edit.replace(index, cue.withText(text)));
  }

  /** Shown as it was typed: “&lt;3” is a heart and no tag. */
  private Optional<Edit> escaped(int index) {
    Cue cue = cues.get(index);
    String text =
        ShownText.TAG
            .matcher(cue.text())
            .replaceAll(
                tag ->
                    Matcher.quoteReplacement(
                        ShownText.isUnknown(tag.group())
                            ? CueText.escape(tag.group())
                            : tag.group()));
    return Optional.of(Edit.replace(index, cue.withText(text)));
  }
}

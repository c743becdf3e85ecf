package org.capsula.subtitles.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.capsula.subtitles.webvtt.CueText;

/** Where a line of text is broken for its readers. */
final class LineBreaks {
  /** Characters by which a break at the end of a clause may be off the middle and still win. */
  private static final int CLAUSE = 8;

  /** Characters that a break behind “the”, “de” or “και” has to win to be worth it. */
  private static final int LITTLE_WORD = 5;

  private static final Pattern AFTER_LITTLE_WORD =
      Pattern.compile("(?:.*[^\\p{L}\\p{M}])?[\\p{L}\\p{M}]{1,3}[’']?");

  /** A sentence or clause ends here; in Greek also by the raised point. */
  private static final Pattern PAUSE = Pattern.compile(".*[.,;:!?…·»”\\u037E\\u0387]");

  /** Two people speak: their lines stay apart. */
  private static final Pattern SPEAKERS = Pattern.compile("(?m)^\\s*[-‐–—]\\s*\\S");

  private LineBreaks() {}

  /** The gap between words with about as much to read before as after. */
  static Optional<Integer> middle(String cueText) {
    int all = length(cueText);
    return Pieces.gaps(cueText).stream()
        .filter(gap -> length(cueText.substring(0, gap)) > 0)
        .filter(gap -> length(cueText.substring(gap)) > 0)
        .min(Comparator.comparingInt(gap -> cost(cueText, gap, all)));
  }

  private static int cost(String cueText, int gap, int all) {
    String before = CueText.plain(cueText.substring(0, gap)).replace('\n', ' ');
    int off = Math.abs(all - 2 * ShownText.length(before));
    if (PAUSE.matcher(before).matches()) {
      return off - 2 * CLAUSE;
    }
    return AFTER_LITTLE_WORD.matcher(before).matches() ? off + 2 * LITTLE_WORD : off;
  }

  /**
   * In one line, or in two of about the same length.
   *
   * @return empty where that would still not keep to the limits, or where two people speak
   */
  static Optional<String> balanced(String cueText, Limits limits) {
    if (SPEAKERS.matcher(CueText.plain(cueText)).results().count() > 1) {
      return Optional.empty();
    }
    String line = oneLine(cueText);
    if (ShownText.length(CueText.plain(line)) <= limits.lineLength()) {
      return Optional.of(line);
    }
    int all = length(line);
    return Pieces.gaps(line).stream()
        .filter(gap -> fits(line.substring(0, gap), limits))
        .filter(gap -> fits(line.substring(gap), limits))
        .min(Comparator.comparingInt(gap -> cost(line, gap, all)))
        .map(gap -> line.substring(0, gap) + "\n" + line.substring(gap + 1));
  }

  private static boolean fits(String part, Limits limits) {
    int length = length(part);
    return length > 0 && length <= limits.lineLength();
  }

  private static String oneLine(String cueText) {
    StringBuilder line = new StringBuilder(cueText);
    List<Integer> gaps = Pieces.gaps(cueText);
    gaps.forEach(gap -> line.setCharAt(gap, ' '));
    return line.toString().replaceAll(" {2,}", " ").strip();
  }

  private static int length(String part) {
    return ShownText.length(CueText.plain(part));
  }
}

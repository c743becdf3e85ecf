package org.capsula.subtitles.subrip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one cue stands in the file; indices count lines from 0.
 *
 * @param number the sequence number; null if there is none
 * @param begin the line of the number, or of the times
 * @param timing the line of the times
 * @param end the line behind the last one that can be the cue's
 */
record Entry(@Nullable Integer number, int begin, int timing, int end) {
  /** The times hold the file together: each line of times begins an entry. */
  static List<Entry> findAll(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    int expected = 1;
    for (int i = 0; i < lines.size(); i++) {
      if (Timing.isMeant(lines.get(i))) {
        int after = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).timing + 1;
        Entry entry = at(lines, i, after, expected);
        if (!entries.isEmpty()) {
          entries.add(entries.remove(entries.size() - 1).endingAt(entry.begin));
        }
        entries.add(entry);
        expected = (entry.number == null ? expected : entry.number) + 1;
      }
    }
    return entries;
  }

  private Entry endingAt(int newEnd) {
    return new Entry(number, begin, timing, newEnd);
  }

  /**
   * A number is a sequence number if it stands at the start of a paragraph, or if it is the one
   * that must come; any other is text, as in a countdown.
   */
  private static Entry at(List<String> lines, int timing, int after, int expected) {
    // One blank line may stand between number and times.
    for (int i = timing - 1; i >= Math.max(after, timing - 2); i--) {
      Integer number = number(lines.get(i));
      if (number != null) {
        boolean startsParagraph = i == after || lines.get(i - 1).isBlank();
        boolean isNear = i == timing - 1;
        if (number == expected || (startsParagraph && isNear)) {
          return new Entry(number, i, timing, lines.size());
        }
      }
      if (!lines.get(i).isBlank()) {
        break;
      }
    }
    return new Entry(null, timing, timing, lines.size());
  }

  /** Null if the line is anything but a number. */
  static @Nullable Integer number(String line) {
    String digits = line.replace("\uFEFF", "").strip();
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= 9
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.valueOf(digits) : null;
  }
}

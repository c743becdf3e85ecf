package org.capsula.subtitles.subrip;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines between one cue's times and the next cue.
 *
 * @param text without blank lines
 * @param blankLines how many stood within the text
 * @param strayFrom the line where a cue without times begins, counted from 0; else the end
 * @param nextNumber the sequence number that must come next
 */
record Body(String text, int blankLines, int strayFrom, int nextNumber) {

  /** A paragraph that begins with the number that must come next is a cue that lost its times. */
  static Body of(List<String> lines, Entry entry, int nextNumber) {
    List<String> text = new ArrayList<>();
    int blank = 0;
    int blankWithin = 0;
    for (int i = entry.timing() + 1; i < entry.end(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        blank++;
        continue;
      }
      Integer number = Entry.number(line);
      if (blank > 0 && number != null && number == nextNumber) {
        return new Body(String.join("\n", text), blankWithin, i, nextNumber + 1);
      }
      blankWithin += blank;
      blank = 0;
      text.add(line);
    }
    return new Body(String.join("\n", text), blankWithin, entry.end(), nextNumber);
  }
}

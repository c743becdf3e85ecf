package org.capsula.subtitles;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One text and when it shows. Times count from the start of the picture; they may be reversed, as
 * WebVTT allows a file to say so, and then the cue never shows.
 *
 * @param id null when the file gives none
 * @param text WebVTT cue text whatever the input format: escaped, with tags, lines parted by LF, no
 *     empty line and no {@code -->}
 */
public record Cue(
    @Nullable String id, Duration start, Duration end, String text, CueSettings settings) {

  public Cue withText(String newText) {
    return new Cue(id, start, end, newText, settings);
  }

  public Cue withTimes(Duration newStart, Duration newEnd) {
    return new Cue(id, newStart, newEnd, text, settings);
  }
}

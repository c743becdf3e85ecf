package org.capsula.subtitles.subrip;

import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.CueSettings.Align;
import org.capsula.subtitles.CueSettings.LineAlign;
import org.jspecify.annotations.Nullable;

/**
 * The nine places of ASS, laid out as on a numeric keypad: 1 bottom left, 5 centre, 9 top right.
 */
final class Placement {
  private Placement() {}

  static CueSettings of(int key) {
    int row = (key - 1) / 3;
    int column = (key - 1) % 3;
    CueSettings usual = CueSettings.DEFAULT;
    return new CueSettings(
        usual.vertical(),
        /* snapToLines= */ row != 1,
        line(row),
        row == 1 ? LineAlign.CENTER : usual.lineAlign(),
        usual.position(),
        usual.positionAlign(),
        usual.size(),
        column == 0 ? Align.LEFT : column == 1 ? usual.align() : Align.RIGHT,
        usual.region());
  }

  /** The bottom is where WebVTT puts a cue by itself; 50 % is the middle, 0 the first line. */
  private static @Nullable Double line(int row) {
    if (row == 0) {
      return CueSettings.DEFAULT.line();
    }
    return row == 1 ? 50.0 : 0.0;
  }
}

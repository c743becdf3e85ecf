package org.capsula.subtitles.check;

import java.time.Duration;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Role;

/** The shortest way to a cue. */
final class Cues {
  static final Limits GREEK = Limits.of("el", Role.SUBTITLES);

  private Cues() {}

  static Cue cue(long startMillis, long endMillis, String text) {
    return new Cue(
        null,
        Duration.ofMillis(startMillis),
        Duration.ofMillis(endMillis),
        text,
        CueSettings.DEFAULT);
  }
}

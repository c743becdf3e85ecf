package org.capsula.server.cues;

import java.util.List;
import org.capsula.subtitles.check.Edit;

/**
 * A change of a list of cues: those from {@code from} on, up to and without {@code to}, give way to
 * others. Counted from 0.
 */
public record EditJson(int from, int to, List<CueJson> cues) {
  static EditJson of(Edit edit) {
    return new EditJson(edit.from(), edit.to(), CueJson.of(edit.cues()));
  }
}

package org.capsula.server.cues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Region;
import org.capsula.subtitles.webvtt.CueText;
import org.capsula.subtitles.webvtt.WebVttParser;
import org.capsula.subtitles.webvtt.WebVttWriter;
import org.jspecify.annotations.Nullable;

/**
 * A cue as it is edited.
 *
 * @param id null where the file gives none
 * @param startTime seconds of the footage
 * @param text with its tags; escaped only where a sign would otherwise be taken for one
 * @param settings as in a WebVTT file; empty for the usual ones
 */
public record CueJson(
    @Nullable String id,
    double startTime,
    double endTime,
    @Nullable String text,
    @Nullable String settings) {

  /** No film is longer, and no file that was cut into films. */
  private static final double LATEST = 100 * 3600;

  /** Far more than fits on a picture. */
  private static final int LONGEST = 5_000;

  static CueJson of(Cue cue) {
    return new CueJson(
        cue.id(),
        seconds(cue.start()),
        seconds(cue.end()),
        CueText.readable(cue.text()),
        WebVttWriter.settings(cue.settings()));
  }

  /** To the millisecond, as in WebVTT; null for null. */
  static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  static List<CueJson> of(List<Cue> cues) {
    return cues.stream().map(CueJson::of).toList();
  }

  /**
   * @param regions that its settings may name
   * @throws ProblemException where a file could not hold one of them
   */
  static List<Cue> cues(List<@Nullable CueJson> given, List<Region> regions) {
    List<Cue> cues = new ArrayList<>();
    for (CueJson cue : given) {
      if (cue == null) {
        throw invalid(cues.size() + 1, "is null");
      }
      cues.add(cue.cue(cues.size() + 1, regions));
    }
    return cues;
  }

  private Cue cue(int number, List<Region> regions) {
    if (!isTime(startTime) || !isTime(endTime)) {
      throw invalid(number, "has times that are not between 0 and 100 hours");
    }
    String given = text == null ? "" : text;
    if (given.length() > LONGEST || (id != null && id.length() > LONGEST)) {
      throw invalid(number, "has more than " + LONGEST + " characters");
    }
    CueSettings parsed =
        WebVttParser.settings(
            settings == null ? "" : settings,
            regions,
            setting -> {
              throw invalid(number, "has a setting that WebVTT does not know: " + setting);
            });
    return new Cue(
        id == null || id.isBlank() ? null : id.strip(),
        Duration.ofMillis(Math.round(startTime * 1000)),
        Duration.ofMillis(Math.round(endTime * 1000)),
        WebVttWriter.text(CueText.ofReadable(given.replaceAll("(?m)[ \\t]+$", ""))),
        parsed);
  }

  private static boolean isTime(double seconds) {
    return seconds >= 0 && seconds <= LATEST;
  }

  private static ProblemException invalid(int number, String what) {
    return new ProblemException(Problem.INVALID, "Cue " + number + " " + what + ".");
  }
}

package org.capsula.pipeline.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Report;
import org.jspecify.annotations.Nullable;

/** Gathers what was found in a film and in its text tracks. */
final class StudioFindings {
  private static final List<String> WORST_FIRST = List.of("error", "warning", "note");

  private StudioFindings() {}

  /**
   * @param report of the edition that is shown, as JSON; null where there is none
   */
  static List<StudioFinding> of(@Nullable String report, List<Track> tracks) {
    List<StudioFinding> all = new ArrayList<>();
    if (report != null) {
      ofFilm(report).forEach(finding -> all.add(new StudioFinding(null, null, null, finding)));
    }
    for (Track track : tracks) {
      for (Finding finding : ofTrack(track)) {
        all.add(new StudioFinding(track.id(), track.language(), track.role(), finding));
      }
    }
    all.sort(
        Comparator.comparingInt(
            (StudioFinding each) -> WORST_FIRST.indexOf(each.finding().severity())));
    return all;
  }

  /** What another version wrote, and this one cannot read, must not take the list away. */
  private static List<Finding> ofFilm(String report) {
    try {
      List<Finding> findings = Json.read(report, Report.class).findings();
      return findings == null ? List.of() : findings;
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static List<Finding> ofTrack(Track track) {
    try {
      return Arrays.asList(Json.read(track.findings(), Finding[].class));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}

package org.capsula.server.cues;

import java.time.Duration;
import java.util.List;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.revision.CueSheet;
import org.capsula.pipeline.revision.Revision;
import org.capsula.server.language.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A text track, open for correction.
 *
 * @param track its id
 * @param revision to be given back with what is saved
 * @param filmStart seconds of the footage at which the film begins
 * @param filmEnd seconds of the footage; null before there is a film
 */
public record SheetJson(
    String track,
    String capsule,
    String language,
    String role,
    RevisionJson revision,
    double filmStart,
    @Nullable Double filmEnd,
    List<CueJson> cues,
    List<FindingJson> findings) {

  /**
   * One state of a track.
   *
   * @param madeAt ISO 8601
   * @param madeBy shown name; null for what came as a file
   */
  public record RevisionJson(int number, String madeAt, @Nullable String madeBy, int cues) {
    static RevisionJson of(Revision revision) {
      return new RevisionJson(
          revision.number(), revision.madeAt().toString(), revision.madeByName(), revision.cues());
    }
  }

  static SheetJson of(CueSheet sheet, Messages words) {
    Track track = sheet.track();
    Duration end = sheet.limits().film();
    return new SheetJson(
        track.id(),
        track.capsuleId(),
        track.language(),
        track.role().word(),
        RevisionJson.of(sheet.revision()),
        CueJson.seconds(sheet.filmStart()),
        end == null ? null : CueJson.seconds(end),
        CueJson.of(sheet.content().cues()),
        FindingJson.of(sheet.content().cues(), sheet.limits(), words));
  }
}

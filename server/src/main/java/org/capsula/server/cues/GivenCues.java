package org.capsula.server.cues;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.intake.CueCount;
import org.capsula.pipeline.json.Json;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends.
 *
 * @param revision that it corrected; null where nothing is saved
 * @param cues null where none are needed
 * @param place in the text of the first, in UTF-16 units; null for none in particular
 */
public record GivenCues(
    @Nullable Integer revision, @Nullable List<@Nullable CueJson> cues, @Nullable Integer place) {

  /** Twenty thousand cues of 200 bytes each. */
  private static final int MOST_BYTES = 4_000_000;

  static GivenCues read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new ProblemException(
          Problem.TOO_LARGE, "No more than " + MOST_BYTES + " bytes of cues are taken at a time.");
    }
    try {
      GivenCues given = Json.read(new String(bytes, StandardCharsets.UTF_8), GivenCues.class);
      if (given != null) {
        return given;
      }
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.INVALID, "This is no JSON of cues.");
    }
    throw new ProblemException(Problem.INVALID, "This is no JSON of cues.");
  }

  int requireRevision() {
    if (revision == null || revision < 1) {
      throw new ProblemException(Problem.INVALID, "Say which revision was corrected.");
    }
    return revision;
  }

  List<Cue> cues(List<Region> regions) {
    if (cues == null) {
      throw new ProblemException(Problem.INVALID, "There are no cues.");
    }
    Optional<String> tooMany = CueCount.fault(cues.size());
    if (tooMany.isPresent()) {
      throw new ProblemException(Problem.TOO_LARGE, "This cannot be taken: " + tooMany.get() + ".");
    }
    return CueJson.cues(cues, regions);
  }

  List<Cue> requireCues(int count, List<Region> regions) {
    List<Cue> given = cues(regions);
    if (given.size() != count) {
      throw new ProblemException(Problem.INVALID, "Send " + count + " of the cues.");
    }
    return given;
  }

  /** As it came. */
  String text(int index) {
    CueJson cue = cues == null ? null : cues.get(index);
    return cue == null || cue.text() == null ? "" : cue.text();
  }
}

package org.capsula.server.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.editorial.RemovedFile;
import org.capsula.pipeline.editing.RemovedFiles;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.report.Finding;
import org.capsula.server.language.FindingWords;

/** The files beside a film. */
final class FilesJson {
  private FilesJson() {}

  /**
   * @param seen to be sent as If-Match by whoever changes it
   */
  public record TrackJson(
      String id,
      String language,
      String role,
      String name,
      String format,
      String charset,
      int cues,
      String seen,
      String source,
      List<FindingJson> findings) {}

  public record DocumentJson(
      String id, String kind, String name, String type, long bytes, String address) {}

  public record RemovedJson(String id, String kind, String name, String removedAt) {}

  static TrackJson track(Track track, FindingWords words) {
    return new TrackJson(
        track.id(),
        track.language(),
        track.role().word(),
        track.sourceName(),
        track.format(),
        track.charset(),
        track.cues(),
        track.webvttSha256(),
        base(track.capsuleId()) + "/tracks/" + track.id() + "/source",
        findings(track).stream().map(finding -> FindingJson.of(finding, words)).toList());
  }

  /** What another version wrote, and this one cannot read, must not take the page away. */
  private static List<Finding> findings(Track track) {
    try {
      return Arrays.asList(Json.read(track.findings(), Finding[].class));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  static DocumentJson document(Document document) {
    return new DocumentJson(
        document.id(),
        document.kind(),
        document.fileName(),
        document.mediaType(),
        document.bytes(),
        base(document.capsuleId()) + "/documents/" + document.id() + "/file");
  }

  static RemovedJson removed(RemovedFile file) {
    return new RemovedJson(
        file.id(),
        file.kind().name().toLowerCase(Locale.ROOT),
        RemovedFiles.name(file),
        file.removedAt().toString());
  }

  static String base(String capsuleId) {
    return "/api/studio/capsules/" + capsuleId;
  }
}

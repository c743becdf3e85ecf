package org.capsula.pipeline.catalog.editorial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A track or document that was removed and may be put back.
 *
 * @param sha256 the file as it came
 * @param webvttSha256 of a track; null for a document
 * @param trackId under which its revisions are kept; null for a document
 * @param content JSON: the row as it was
 */
public record RemovedFile(
    String id,
    String capsuleId,
    Kind kind,
    String sha256,
    @Nullable String webvttSha256,
    @Nullable String trackId,
    String content,
    Instant removedAt) {

  /** What it was. */
  public enum Kind {
    TRACK,
    DOCUMENT
  }
}

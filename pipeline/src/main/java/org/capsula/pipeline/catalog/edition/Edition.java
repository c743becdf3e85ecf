package org.capsula.pipeline.catalog.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The immutable result of one production.
 *
 * @param id the hash of its files' names and hashes
 * @param width of the largest picture in pixels; null for sound only
 * @param height of the largest picture in pixels; null for sound only
 * @param held damaged: not shown before a person has looked
 * @param report JSON, as {@code report.json}
 */
public record Edition(
    String id,
    Duration length,
    @Nullable Integer width,
    @Nullable Integer height,
    boolean held,
    String report,
    Instant madeAt) {

  /** What is in one, before it has a place in the library. */
  public record Content(List<File> files, List<EncodedTrack> tracks, List<ChapterMark> chapters) {
    public Content {
      files = List.copyOf(files);
      tracks = List.copyOf(tracks);
      chapters = List.copyOf(chapters);
    }
  }

  /**
   * @param sha256 lower-case hex
   */
  public record File(String name, long bytes, String sha256) {}

  /** A named place in the film that its container carried. */
  public record ChapterMark(Duration start, String title) {}
}

package org.capsula.pipeline.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.storage.Storage;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.reading.SubtitleReader;
import org.capsula.subtitles.timing.Cut;

/** Text tracks as storage holds them. */
public final class TrackFile {
  private TrackFile() {}

  /**
   * What players get of it, read again into cues.
   *
   * @param part of the footage that is shown: what the track was written for is shifted and cut
   */
  public static SubtitleTrack read(Storage storage, Track track, Trim part) throws IOException {
    SubtitleTrack whole = read(storage, track);
    Duration end = part.end();
    if (end == null) {
      return whole;
    }
    Parsed content = whole.content();
    return new SubtitleTrack(
        whole.name(),
        whole.language(),
        whole.role(),
        content.withCues(Cut.clip(content.cues(), part.start(), end)));
  }

  /** The same, in the times of the footage. */
  public static SubtitleTrack read(Storage storage, Track track) throws IOException {
    byte[] webvtt = Files.readAllBytes(storage.file(track.webvttSha256()));
    return new SubtitleTrack(
        track.name(),
        track.language(),
        track.role(),
        SubtitleReader.read(webvtt, track.language()));
  }
}

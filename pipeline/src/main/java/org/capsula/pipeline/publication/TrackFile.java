package org.capsula.pipeline.publication;

import java.io.IOException;
import java.nio.file.Files;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.storage.Storage;
import org.capsula.subtitles.reading.SubtitleReader;

/** Text tracks as storage holds them. */
public final class TrackFile {
  private TrackFile() {}

  /** What players get of it, read again into cues. */
  public static SubtitleTrack read(Storage storage, Track track) throws IOException {
    byte[] webvtt = Files.readAllBytes(storage.file(track.webvttSha256()));
    return new SubtitleTrack(
        track.name(),
        track.language(),
        track.role(),
        SubtitleReader.read(webvtt, track.language()));
  }
}

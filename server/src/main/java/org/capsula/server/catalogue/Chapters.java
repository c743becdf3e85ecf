package org.capsula.server.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.viewer.Chapter;
import org.capsula.server.viewer.Text;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.timing.Intervals;

/** A capsule's chapters: those that somebody wrote, else those that came with the footage. */
public final class Chapters {
  private final Database database;
  private final Storage storage;

  public Chapters(Database database, Storage storage) {
    this.database = database;
    this.storage = storage;
  }

  List<Chapter> of(Shown.Item item, List<Track> tracks, List<String> preferred) throws IOException {
    List<Track> written = tracks.stream().filter(track -> track.role() == Role.CHAPTERS).toList();
    Optional<Track> track =
        preferred.stream()
            .flatMap(language -> written.stream().filter(t -> t.language().equals(language)))
            .findFirst()
            .or(() -> written.stream().findFirst());
    if (track.isPresent()) {
      return written(track.get());
    }
    return database
        .look(session -> new EditionStore(session).chapters(item.viewing().editionId()))
        .stream()
        .map(chapter -> new Chapter(chapter.start(), new Text(chapter.title(), null)))
        .toList();
  }

  private List<Chapter> written(Track track) throws IOException {
    List<Chapter> chapters = new ArrayList<>();
    for (Cue cue : TrackFile.read(storage, track).content().cues()) {
      Intervals.of(List.of(cue)).stream()
          .findFirst()
          .ifPresent(
              shown ->
                  chapters.add(new Chapter(cue.start(), new Text(shown.text(), track.language()))));
    }
    return chapters;
  }
}

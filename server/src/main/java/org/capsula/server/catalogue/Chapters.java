package org.capsula.server.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.editorial.ChapterStore;
import org.capsula.pipeline.catalog.editorial.OwnChapter;
import org.capsula.pipeline.catalog.editorial.ShownPart;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.viewer.Chapter;
import org.capsula.server.viewer.Text;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.timing.Intervals;

/**
 * A capsule's chapters: those that an editor chose, else those that somebody wrote, else those that
 * came with the footage.
 */
public final class Chapters {
  private final Database database;
  private final Storage storage;

  public Chapters(Database database, Storage storage) {
    this.database = database;
    this.storage = storage;
  }

  List<Chapter> of(Shown.Item item, List<Track> tracks, List<String> preferred) throws IOException {
    Trim part = item.viewing().part();
    Optional<List<OwnChapter>> own =
        database.look(session -> new ChapterStore(session).of(item.viewing().id()));
    if (own.isPresent()) {
      return own(own.get(), part, preferred);
    }
    List<Track> written = tracks.stream().filter(track -> track.role() == Role.CHAPTERS).toList();
    Optional<Track> track =
        preferred.stream()
            .flatMap(language -> written.stream().filter(t -> t.language().equals(language)))
            .findFirst()
            .or(() -> written.stream().findFirst());
    if (track.isPresent()) {
      return written(track.get(), part);
    }
    return database
        .look(session -> new EditionStore(session).chapters(item.viewing().editionId()))
        .stream()
        .map(chapter -> new Chapter(chapter.start(), new Text(chapter.title(), null)))
        .toList();
  }

  private static List<Chapter> own(List<OwnChapter> own, Trim part, List<String> preferred) {
    Optional<String> language =
        preferred.stream()
            .filter(tag -> own.stream().anyMatch(chapter -> chapter.language().equals(tag)))
            .findFirst()
            .or(() -> own.stream().map(OwnChapter::language).findFirst());
    List<OwnChapter> spoken =
        own.stream().filter(one -> one.language().equals(language.orElse(""))).toList();
    return ShownPart.chapters(spoken, part).stream()
        .map(one -> new Chapter(one.start(), new Text(one.title(), one.language())))
        .toList();
  }

  private List<Chapter> written(Track track, Trim part) throws IOException {
    List<Chapter> chapters = new ArrayList<>();
    for (Cue cue : TrackFile.read(storage, track, part).content().cues()) {
      Intervals.of(List.of(cue)).stream()
          .findFirst()
          .ifPresent(
              shown ->
                  chapters.add(new Chapter(cue.start(), new Text(shown.text(), track.language()))));
    }
    return chapters;
  }
}

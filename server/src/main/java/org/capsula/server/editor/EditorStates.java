package org.capsula.server.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.PosterStore;
import org.capsula.pipeline.catalog.editorial.RemovedFileStore;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.CapsuleEdits;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Report;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.editor.DescriptionJson.ChapterJson;
import org.capsula.server.editor.EditorState.FilmJson;
import org.capsula.server.editor.EditorState.PosterJson;
import org.capsula.server.editor.EditorState.ProductionJson;
import org.capsula.server.language.FindingWords;
import org.capsula.server.preview.Previews;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.timing.Intervals;
import org.jspecify.annotations.Nullable;

/** Gathers what an editor sees of a capsule. */
final class EditorStates {
  private final Database database;
  private final Storage storage;
  private final CapsuleEdits edits;
  private final Clock clock;

  EditorStates(Database database, Storage storage, CapsuleEdits edits, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.edits = edits;
    this.clock = clock;
  }

  /** Empty where there is no such capsule, or it was deleted. */
  Optional<EditorState> of(String capsuleId, FindingWords words) {
    Optional<CapsuleEdits.Versioned> versioned = edits.find(capsuleId);
    if (versioned.isEmpty()) {
      return Optional.empty();
    }
    return database.look(
        session ->
            new CapsuleStore(session)
                .byId(capsuleId)
                .map(capsule -> state(session, capsule, versioned.get(), words)));
  }

  private EditorState state(
      Session session, Capsule capsule, CapsuleEdits.Versioned versioned, FindingWords words) {
    String id = capsule.id();
    Trim part = new EditStore(session).shownPart(id);
    Optional<Edition> edition =
        Optional.ofNullable(capsule.editionId()).flatMap(new EditionStore(session)::find);
    Optional<Report> report = edition.flatMap(EditorStates::report);
    Optional<Viewing> seen = new ViewingStore(session, Eyes.ITS_AUDIENCE).byId(id, clock.instant());
    return new EditorState(
        id,
        versioned.version(),
        DescriptionJson.of(versioned.description()),
        capsule.footageName(),
        seen.map(Viewing::slug).map(Addresses::page).orElse(null),
        edition.map(film -> film(film, report, part)).orElse(null),
        poster(session, capsule),
        production(session, id, words),
        inherited(session, id, edition, part),
        new TrackStore(session)
            .of(id).stream().map(track -> FilesJson.track(track, words)).toList(),
        new DocumentStore(session).of(id).stream().map(FilesJson::document).toList(),
        new RemovedFileStore(session).of(id).stream().map(FilesJson::removed).toList(),
        report.map(Report::findings).orElse(List.<Finding>of()).stream()
            .map(finding -> FindingJson.of(finding, words))
            .toList(),
        collections(session));
  }

  /** What another version wrote, and this one cannot read, must not take the page away. */
  private static Optional<Report> report(Edition edition) {
    try {
      return Optional.of(Json.read(edition.report(), Report.class));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static FilmJson film(Edition edition, Optional<Report> report, Trim part) {
    return new FilmJson(
        edition.id(),
        DescriptionJson.seconds(part.start()),
        DescriptionJson.seconds(edition.length()),
        report.map(Report::source).map(Report.SourceFile::durationSeconds).orElse(null),
        edition.width() != null);
  }

  private static PosterJson poster(Session session, Capsule capsule) {
    Optional<Poster> own = new PosterStore(session).of(capsule.id());
    Duration at = own.map(Poster::at).orElse(null);
    return new PosterJson(
        Previews.poster(session, capsule),
        own.isPresent(),
        at == null ? null : DescriptionJson.seconds(at));
  }

  private static @Nullable ProductionJson production(
      Session session, String capsuleId, FindingWords words) {
    return new ProductionStore(session)
        .ofCapsule(capsuleId).stream()
            .findFirst()
            .map(newest -> ProductionJson.of(newest, words))
            .orElse(null);
  }

  /** Those that somebody wrote as a file say more than the container's. */
  private List<ChapterJson> inherited(
      Session session, String capsuleId, Optional<Edition> edition, Trim part) {
    Optional<Track> written =
        new TrackStore(session)
            .of(capsuleId).stream().filter(track -> track.role() == Role.CHAPTERS).findFirst();
    if (written.isPresent()) {
      return written(written.get());
    }
    return edition.stream()
        .flatMap(film -> new EditionStore(session).chapters(film.id()).stream())
        .map(
            chapter ->
                new ChapterJson(
                    DescriptionJson.seconds(chapter.start().plus(part.start())),
                    chapter.title(),
                    null))
        .toList();
  }

  /** A file of some hundred bytes. */
  private List<ChapterJson> written(Track track) {
    try {
      return TrackFile.read(storage, track).content().cues().stream()
          .flatMap(
              cue ->
                  Intervals.of(List.of(cue)).stream()
                      .limit(1)
                      .map(
                          shown ->
                              new ChapterJson(
                                  DescriptionJson.seconds(cue.start()),
                                  shown.text(),
                                  track.language())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Map<String, String>> collections(Session session) {
    Map<String, Map<String, String>> all = new HashMap<>();
    new CollectionStore(session).all().forEach((id, titles) -> all.put(id, titles.byLanguage()));
    return all;
  }
}

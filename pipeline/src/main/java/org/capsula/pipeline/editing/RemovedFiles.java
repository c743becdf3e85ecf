package org.capsula.pipeline.editing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.editorial.RemovedFile;
import org.capsula.pipeline.catalog.editorial.RemovedFileStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.json.Json;

/** Puts back what was removed. */
public final class RemovedFiles {
  private final Database database;
  private final Clock clock;

  public RemovedFiles(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Newest first. */
  public List<RemovedFile> of(String capsuleId) {
    return database.look(session -> new RemovedFileStore(session).of(capsuleId));
  }

  /** What it was, for people. */
  public static String name(RemovedFile file) {
    return switch (file.kind()) {
      case TRACK -> {
        Track track = Json.read(file.content(), Track.class);
        yield track.sourceName() + " (" + track.name() + ")";
      }
      case DOCUMENT -> Json.read(file.content(), Document.class).fileName();
    };
  }

  /**
   * What replaced it changes places with it.
   *
   * @throws RefusedEditException where something else has taken its place
   */
  public void putBack(String capsuleId, String removedId) throws RefusedEditException {
    EditTransaction.run(
        database,
        session -> {
          EditTransaction.requireCapsule(session, capsuleId);
          Optional<RemovedFile> file = new RemovedFileStore(session).take(capsuleId, removedId);
          if (file.isEmpty()) {
            throw new RefusedEditException(
                Reason.GONE, "It was put back already, or is gone for good.");
          }
          put(session, file.get());
          return true;
        });
  }

  private void put(Session session, RemovedFile file) throws RefusedEditException {
    switch (file.kind()) {
      case TRACK -> {
        Track track = Json.read(file.content(), Track.class);
        Tracks tracks = new Tracks(session, file.capsuleId());
        tracks.requireFree(track);
        Optional<Track> successor = tracks.at(track.language(), track.role());
        successor.ifPresent(other -> tracks.remember(other, clock.instant()));
        new TrackStore(session).save(successor.isPresent() ? track : tracks.withFreeId(track));
      }
      case DOCUMENT -> {
        Document document = Json.read(file.content(), Document.class);
        DocumentEdits.requireFree(session, document);
        new DocumentStore(session).save(document);
      }
    }
  }
}

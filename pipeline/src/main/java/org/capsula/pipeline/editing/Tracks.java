package org.capsula.pipeline.editing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.editorial.RemovedFile;
import org.capsula.pipeline.catalog.editorial.RemovedFile.Kind;
import org.capsula.pipeline.catalog.editorial.RemovedFileStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.json.Json;
import org.capsula.subtitles.Role;

/** The tracks of one capsule within a transaction. */
final class Tracks {
  private final Session session;
  private final String capsuleId;

  Tracks(Session session, String capsuleId) {
    this.session = session;
    this.capsuleId = capsuleId;
  }

  /**
   * @param seen hash of the WebVTT that the asking person has seen
   */
  Track seen(String trackId, String seen) throws RefusedEditException {
    EditTransaction.requireCapsule(session, capsuleId);
    Track track =
        new TrackStore(session)
            .of(capsuleId).stream()
                .filter(each -> each.id().equals(trackId))
                .findFirst()
                .orElseThrow(
                    () ->
                        new RefusedEditException(
                            Reason.GONE, "The track is gone; reload the page."));
    if (!track.webvttSha256().equals(seen)) {
      throw new RefusedEditException(
          Reason.OUTDATED, "Somebody has changed this track meanwhile; look at it again.");
    }
    return track;
  }

  Optional<Track> at(String language, Role role) {
    return new TrackStore(session)
        .of(capsuleId).stream()
            .filter(track -> track.language().equals(language) && track.role() == role)
            .findFirst();
  }

  /** Another than this one must not stand in its place. */
  void requireFree(Track track) throws RefusedEditException {
    Optional<Track> other =
        at(track.language(), track.role()).filter(each -> !each.id().equals(track.id()));
    if (other.isPresent()) {
      throw new RefusedEditException(
          Reason.CONFLICT,
          "There is a track of this language and role already, from %s; replace or remove that one."
              .formatted(other.get().sourceName()));
    }
  }

  /** What replaced it has kept its id, and may stand in another place by now. */
  Track withFreeId(Track track) {
    return new TrackStore(session).byId(track.id()).isEmpty()
        ? track
        : track.of(UUID.randomUUID().toString(), capsuleId);
  }

  /**
   * As it is now, for whoever wants it back.
   *
   * @return the id under which it may be put back
   */
  String remember(Track track, Instant now) {
    String id = UUID.randomUUID().toString();
    new RemovedFileStore(session)
        .insert(
            new RemovedFile(
                id,
                capsuleId,
                Kind.TRACK,
                track.sourceSha256(),
                track.webvttSha256(),
                track.id(),
                Json.compact(track),
                now));
    return id;
  }
}

package org.capsula.pipeline.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.media.Rational;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.report.Findings;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.check.CueCheck;
import org.capsula.subtitles.check.Limits;
import org.capsula.subtitles.reading.SubtitleReader;
import org.capsula.subtitles.webvtt.WebVttWriter;
import org.jspecify.annotations.Nullable;

/**
 * Corrects text tracks. What is saved is shown at once: pages name a track's file by its content,
 * and no production is needed.
 */
public final class Corrections {
  private final Database database;
  private final Storage storage;
  private final Clock clock;

  public Corrections(Database database, Storage storage, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
  }

  /** The newest revision. */
  public Optional<CueSheet> open(String trackId) throws IOException {
    Optional<Found> found = database.look(session -> find(session, trackId));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Track track = found.get().track();
    Parsed content = read(track, found.get().revision().webvttSha256());
    return Optional.of(
        new CueSheet(
            track,
            found.get().revision(),
            content,
            found.get().part().start(),
            found.get().limits()));
  }

  /** All of a track's revisions, newest first; none where there is no such track. */
  public List<Revision> revisions(String trackId) {
    return database.look(session -> new RevisionStore(session).of(trackId));
  }

  /**
   * @param based the number of the revision that was corrected
   * @param cues in place of all of its cues; its styles and regions stay
   * @param by an account's id
   */
  public Saving save(CueSheet based, List<Cue> cues, String by) throws IOException {
    Parsed content = based.content().withCues(cues);
    StoredFile file = storage.store(WebVttWriter.writeForHls(content));
    String findings =
        Json.compact(CueCheck.of(cues, based.limits()).stream().map(Findings::of).toList());
    return add(
        new Revision(
            based.track().id(),
            based.revision().number() + 1,
            file.sha256(),
            file.bytes(),
            cues.size(),
            findings,
            now(),
            by,
            null),
        file);
  }

  /**
   * Shows an older revision again, as a new one.
   *
   * @param newest the number of the revision that the older one is to replace
   */
  public Saving restore(String trackId, int newest, int older, String by) {
    Optional<Revision> found =
        database.look(session -> new RevisionStore(session).find(trackId, older));
    if (found.isEmpty()) {
      return new Saving.Gone();
    }
    Revision back = found.get();
    return add(
        new Revision(
            trackId,
            newest + 1,
            back.webvttSha256(),
            back.webvttBytes(),
            back.cues(),
            back.findings(),
            now(),
            by,
            null),
        new StoredFile(back.webvttSha256(), back.webvttBytes(), false));
  }

  private Saving add(Revision revision, StoredFile file) {
    return database.inTransaction(
        session -> {
          RevisionStore revisions = new RevisionStore(session);
          Optional<Revision> newest = revisions.newest(revision.trackId());
          if (newest.isEmpty()) {
            return new Saving.Gone();
          }
          boolean isNext = newest.get().number() == revision.number() - 1;
          if (isNext && newest.get().webvttSha256().equals(revision.webvttSha256())) {
            return new Saving.Saved(newest.get());
          }
          new StoredFileStore(session).save(file, revision.madeAt());
          boolean added = revisions.add(revision);
          Revision now = revisions.newest(revision.trackId()).orElseThrow();
          return added ? new Saving.Saved(now) : new Saving.Overtaken(now);
        });
  }

  /** What a track is read with. */
  private record Found(Track track, Revision revision, Trim part, Limits limits) {}

  private static Optional<Found> find(Session session, String trackId) {
    Optional<Track> track = new TrackStore(session).byId(trackId);
    Optional<Revision> revision = new RevisionStore(session).newest(trackId);
    if (track.isEmpty() || revision.isEmpty()) {
      return Optional.empty();
    }
    if (new EditStore(session).version(track.get().capsuleId()).isEmpty()) {
      return Optional.empty();
    }
    Trim part = new EditStore(session).shownPart(track.get().capsuleId());
    Limits limits = Limits.of(track.get().language(), track.get().role());
    return Optional.of(
        new Found(track.get(), revision.get(), part, limits(session, track.get(), part, limits)));
  }

  /** With the length and the frames of the film that there is. */
  private static Limits limits(Session session, Track track, Trim part, Limits limits) {
    @Nullable String edition =
        new CapsuleStore(session).byId(track.capsuleId()).map(Capsule::editionId).orElse(null);
    if (edition == null) {
      return limits;
    }
    EditionStore editions = new EditionStore(session);
    Limits withFilm =
        editions
            .find(edition)
            .map(Edition::length)
            .filter(length -> !length.isZero())
            .map(length -> limits.withFilm(part.start().plus(length)))
            .orElse(limits);
    return editions.tracks(edition).stream()
        .map(EncodedTrack::frameRate)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Rational::toDouble)
        .map(withFilm::withFrameRate)
        .orElse(withFilm);
  }

  private Parsed read(Track track, String sha256) throws IOException {
    return SubtitleReader.read(Files.readAllBytes(storage.file(sha256)), track.language());
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}

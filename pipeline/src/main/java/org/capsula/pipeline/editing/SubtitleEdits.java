package org.capsula.pipeline.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.text.CharsetGuess;
import org.capsula.subtitles.text.CharsetGuesser;
import org.jspecify.annotations.Nullable;

/**
 * Adds, reads again and removes text tracks. What came in stays as it came; the WebVTT beside it is
 * made from it. A track's state is its WebVTT's hash: whoever changes a track says which he saw.
 */
public final class SubtitleEdits {
  /** An hour of dialogue is some 100 kB. */
  public static final int LARGEST = 20_000_000;

  private final Database database;
  private final Storage storage;
  private final Clock clock;

  public SubtitleEdits(Database database, Storage storage, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * What is to become of a track.
   *
   * @param language null to leave it
   * @param role null to leave it
   * @param charset in which its source is read again; null to leave it
   * @param seen hash of the WebVTT that the asking person has seen
   * @param mayDiscard whether corrections that were made in the page may be lost
   */
  public record TrackChange(
      @Nullable String language,
      @Nullable Role role,
      @Nullable String charset,
      String seen,
      boolean mayDiscard) {}

  public Optional<Track> find(String capsuleId, String trackId) {
    return database.look(session -> new TrackStore(session).byId(trackId)).stream()
        .filter(track -> track.capsuleId().equals(capsuleId))
        .findFirst();
  }

  /** How its source would read in other encodings. */
  public CharsetGuess charsets(Track track) throws IOException {
    return CharsetGuesser.guess(source(track), track.language());
  }

  /**
   * @param mayReplace whether the track of its language and role may be put aside for it
   */
  public Track add(String capsuleId, NewSubtitles file, boolean mayReplace)
      throws RefusedEditException, IOException {
    if (file.bytes().length > LARGEST) {
      throw new RefusedEditException(
          Reason.TOO_LARGE,
          file.name() + ": is larger than " + LARGEST / 1_000_000 + " MB; is it a subtitle file?");
    }
    SubtitleReading reading = SubtitleReading.of(file);
    StoredFile source = storage.store(file.bytes());
    StoredFile webVtt = storage.store(reading.webVtt());
    String id = UUID.randomUUID().toString();
    Track track =
        track(
            new Track(
                id,
                capsuleId,
                reading.language(),
                reading.role(),
                source.sha256(),
                file.name(),
                "",
                "",
                "",
                0,
                0,
                "",
                clock.instant()),
            reading,
            webVtt);
    return EditTransaction.run(
        database,
        session -> {
          EditTransaction.requireCapsule(session, capsuleId);
          Tracks tracks = new Tracks(session, capsuleId);
          if (mayReplace) {
            tracks
                .at(track.language(), track.role())
                .ifPresent(old -> tracks.remember(old, clock.instant()));
          } else {
            tracks.requireFree(track);
          }
          StoredFileStore files = new StoredFileStore(session);
          files.save(source, clock.instant());
          files.save(webVtt, clock.instant());
          new TrackStore(session).save(track);
          return tracks.at(track.language(), track.role()).orElseThrow();
        });
  }

  private Track track(Track known, SubtitleReading reading, StoredFile webVtt) {
    return new Track(
        known.id(),
        known.capsuleId(),
        reading.language(),
        reading.role(),
        known.sourceSha256(),
        known.sourceName(),
        reading.format(),
        reading.charset(),
        webVtt.sha256(),
        webVtt.bytes(),
        reading.cues(),
        Json.compact(reading.findings()),
        clock.instant());
  }

  /** Another language, role or encoding. */
  public Track change(String capsuleId, String trackId, TrackChange change)
      throws RefusedEditException, IOException {
    Track before =
        EditTransaction.run(
            database, session -> new Tracks(session, capsuleId).seen(trackId, change.seen()));
    SubtitleReading reading = SubtitleReading.of(wanted(before, change));
    if (isCorrected(before)) {
      if (change.charset() != null && !change.mayDiscard()) {
        throw new RefusedEditException(
            Reason.CORRECTED,
            "The subtitles were corrected by hand; reading the file again would lose that.");
      }
      if (change.charset() == null) {
        return write(before, before.as(reading.language(), reading.role()), Optional.empty());
      }
    }
    StoredFile webVtt = storage.store(reading.webVtt());
    return write(before, track(before, reading, webVtt), Optional.of(webVtt));
  }

  private NewSubtitles wanted(Track before, TrackChange change) throws IOException {
    return new NewSubtitles(
        before.sourceName(),
        Objects.requireNonNullElse(change.language(), before.language()),
        Objects.requireNonNullElse(change.role(), before.role()),
        Objects.requireNonNullElse(change.charset(), before.charset()),
        source(before));
  }

  /** Whether players get something else than what is read from its source. */
  private boolean isCorrected(Track track) throws IOException {
    try {
      NewSubtitles asBefore =
          wanted(track, new TrackChange(null, null, null, track.webvttSha256(), false));
      String read = SubtitleReading.of(asBefore).webVtt();
      return !Sha256.of(read).equals(track.webvttSha256());
    } catch (RefusedEditException e) {
      return true;
    }
  }

  private Track write(Track before, Track after, Optional<StoredFile> made)
      throws RefusedEditException {
    return EditTransaction.run(
        database,
        session -> {
          Tracks tracks = new Tracks(session, before.capsuleId());
          tracks.seen(before.id(), before.webvttSha256());
          tracks.requireFree(after);
          made.ifPresent(file -> new StoredFileStore(session).save(file, clock.instant()));
          TrackStore store = new TrackStore(session);
          store.relabel(after);
          if (made.isPresent()) {
            store.save(after);
          }
          return after;
        });
  }

  /**
   * @param seen hash of the WebVTT that the asking person has seen
   * @return the id under which it may be put back
   */
  public String remove(String capsuleId, String trackId, String seen) throws RefusedEditException {
    return EditTransaction.run(
        database,
        session -> {
          Tracks tracks = new Tracks(session, capsuleId);
          Track track = tracks.seen(trackId, seen);
          String id = tracks.remember(track, clock.instant());
          new TrackStore(session).remove(track.id());
          return id;
        });
  }

  private byte[] source(Track track) throws IOException {
    return Files.readAllBytes(storage.file(track.sourceSha256()));
  }
}

package org.capsula.pipeline.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StillJob;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.PosterStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;
import org.jspecify.annotations.Nullable;

/** Chooses what is shown of a capsule before play. */
public final class PosterEdits {
  /** As large as an edition's own poster may be. */
  private static final int LONGEST_SIDE = 1920;

  /** A photo of a good camera has half of it. */
  public static final int LARGEST = 40_000_000;

  private final Database database;
  private final Storage storage;
  private final Clock clock;
  private final DecoderWatch decoders;

  /**
   * @param lease how long a decoder may give no sign of life before it is ended
   */
  public PosterEdits(Database database, Storage storage, Clock clock, Duration lease) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
    decoders = new DecoderWatch(lease);
  }

  public Optional<Poster> of(String capsuleId) {
    return database.look(session -> new PosterStore(session).of(capsuleId));
  }

  /**
   * The frame that the film shows at a time. It is taken from the largest rung: the picture that
   * the asking person has seen, upright and cut as it is.
   *
   * @param at from the beginning of the film that is shown
   */
  public Poster ofFrame(String capsuleId, Duration at) throws RefusedEditException, IOException {
    Film film = database.look(session -> film(new CapsuleStore(session).byId(capsuleId), session));
    if (film == null) {
      throw new RefusedEditException(
          Reason.GONE, "There is no film yet to take a frame from; wait until it is ready.");
    }
    return keep(capsuleId, film.file(), at, film.start().plus(at));
  }

  private record Film(Path file, Duration start) {}

  private @Nullable Film film(Optional<Capsule> capsule, Session session) {
    String edition = capsule.map(Capsule::editionId).orElse(null);
    if (capsule.isEmpty() || edition == null) {
      return null;
    }
    return new EditionStore(session)
        .tracks(edition).stream()
            .filter(EncodedTrack::isVideo)
            .findFirst()
            .map(
                track ->
                    new Film(
                        storage.edition(edition).resolve(track.file()),
                        new EditStore(session).shownPart(capsule.get().id()).start()))
            .orElse(null);
  }

  /** A picture that somebody made. Its bytes are read by a decoder process, never here. */
  public Poster ofPicture(String capsuleId, byte[] picture)
      throws RefusedEditException, IOException {
    if (picture.length > LARGEST) {
      throw new RefusedEditException(
          Reason.TOO_LARGE,
          "The picture is larger than %d MB; save it smaller.".formatted(LARGEST / 1_000_000));
    }
    try (PartialFolder folder = PartialFolder.ofLibrary(storage.work())) {
      Path file = folder.content().resolve("picture");
      Files.write(file, picture);
      return keep(capsuleId, file, null, null);
    }
  }

  private Poster keep(
      String capsuleId, Path source, @Nullable Duration at, @Nullable Duration inFootage)
      throws RefusedEditException, IOException {
    try (PartialFolder folder = PartialFolder.ofLibrary(storage.work())) {
      Path still = folder.content().resolve("poster.jpg");
      decoders.still(folder.scratch(), new StillJob(source, at, LONGEST_SIDE, still));
      StoredFile stored = storage.store(still);
      Poster poster = new Poster(stored.sha256(), stored.bytes(), inFootage);
      return EditTransaction.run(
          database,
          session -> {
            EditTransaction.requireCapsule(session, capsuleId);
            new StoredFileStore(session).save(stored, clock.instant());
            new PosterStore(session).save(capsuleId, poster);
            return poster;
          });
    } catch (UnreadableMediaException e) {
      throw new RefusedEditException(Reason.UNREADABLE, "The picture: " + e.getMessage() + ".");
    }
  }

  /** The edition's own is shown again. */
  public void remove(String capsuleId) throws RefusedEditException {
    EditTransaction.run(
        database,
        session -> {
          EditTransaction.requireCapsule(session, capsuleId);
          new PosterStore(session).remove(capsuleId);
          return true;
        });
  }
}

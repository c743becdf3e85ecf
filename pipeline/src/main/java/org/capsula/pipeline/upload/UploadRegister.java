package org.capsula.pipeline.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.upload.Upload.State;
import org.jspecify.annotations.Nullable;

/** Begins uploads and gives them up; says which there are. */
public final class UploadRegister {
  /** Nobody guesses 128 bits, which matters little: an upload is its account's alone. */
  private static final int ID_BYTES = 16;

  private final Storage storage;
  private final Database database;
  private final UploadSettings settings;
  private final Clock clock;
  private final Locks locks;
  private final Consumer<String> whole;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param whole is given the id of an upload whose last byte has come
   */
  UploadRegister(
      Library library, UploadSettings settings, Clock clock, Locks locks, Consumer<String> whole) {
    this.storage = library.storage();
    this.database = library.database();
    this.settings = settings;
    this.clock = clock;
    this.locks = locks;
    this.whole = whole;
  }

  public UploadSettings settings() {
    return settings;
  }

  /**
   * @throws UploadRefusedException where it is too large, for the disk, the quota or at all, or the
   *     capsule it is meant for is gone
   */
  public Upload create(NewUpload wanted) throws UploadRefusedException {
    String name = FileName.clean(wanted.fileName());
    if (wanted.bytes() > settings.largest()) {
      throw new UploadRefusedException(
          Refusal.TOO_LARGE,
          "“%s” is larger than the %d MB that one upload may have; cut or compress it."
              .formatted(name, settings.largest() / 1_000_000));
    }
    requireCapsule(wanted.replaces(), name);
    sweep();
    Upload upload = begin(wanted, name, clock.instant());
    insert(upload);
    if (upload.state() == State.CHECKING) {
      whole.accept(upload.id());
    }
    return upload;
  }

  /** Gigabytes need not travel to a capsule that is gone. */
  private void requireCapsule(@Nullable String replaced, String name)
      throws UploadRefusedException {
    if (replaced != null && !database.look(session -> Targets.isThere(session, replaced))) {
      throw new UploadRefusedException(
          Refusal.NO_CAPSULE,
          "The capsule that “%s” is meant for is gone or deleted; upload it as a new one."
              .formatted(name));
    }
  }

  private Upload begin(NewUpload wanted, String name, Instant now) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return new Upload(
        HexFormat.of().formatHex(id),
        wanted.accountId(),
        name,
        wanted.fingerprint(),
        wanted.metadata(),
        wanted.bytes(),
        /* received= */ 0,
        wanted.bytes() == 0 ? State.CHECKING : State.RECEIVING,
        wanted.replaces(),
        null,
        null,
        null,
        null,
        /* formVersion= */ 0,
        now,
        now);
  }

  /** One after another: two that begin at once must not both get the last free space. */
  private synchronized void insert(Upload upload) throws UploadRefusedException {
    room(upload.accountId()).require(upload.fileName(), upload.bytes());
    try {
      database.useTransaction(session -> new UploadStore(session).insert(upload));
    } catch (DatabaseException e) {
      throw Disk.fullOr(e);
    }
  }

  /** How much an account may still send. */
  public Room room(String accountId) {
    Room.Loads loads =
        database.look(
            session -> {
              UploadStore store = new UploadStore(session);
              return new Room.Loads(store.load(null), store.load(accountId));
            });
    try {
      return Room.of(storage.freeBytes(), settings, loads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UploadRefusedException where there is none, or it waited too long
   */
  public Upload find(String id) throws UploadRefusedException {
    Upload upload =
        database
            .look(session -> new UploadStore(session).find(id))
            .orElseThrow(
                () ->
                    new UploadRefusedException(
                        Refusal.UNKNOWN,
                        "There is no such upload any more; choose the file again to begin anew."));
    if (expiry(upload).filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      throw new UploadRefusedException(
          Refusal.EXPIRED,
          "“%s” waited longer than %d days for its next byte and was given up; choose the file again to begin anew."
              .formatted(upload.fileName(), settings.keep().toDays()));
    }
    return upload;
  }

  /** When it is given up unless more comes; empty once all has come. */
  public Optional<Instant> expiry(Upload upload) {
    return upload.state() == State.RECEIVING
        ? Optional.of(upload.changedAt().plus(settings.keep()))
        : Optional.empty();
  }

  /** Newest first; those that waited too long are none any more. */
  public List<Upload> ofAccount(String accountId) {
    sweep();
    return database.look(session -> new UploadStore(session).ofAccount(accountId));
  }

  /**
   * Gives it up, or forgets what became of it.
   *
   * @throws UploadRefusedException where there is none, or it is being taken in at this moment
   */
  public void end(String id) throws UploadRefusedException {
    Upload upload = find(id);
    if (removeUnlessWhole(id)) {
      return;
    }
    if (!locks.take(id)) {
      throw new UploadRefusedException(
          Refusal.LOCKED,
          "“%s” is being taken into the library; delete it there.".formatted(upload.fileName()));
    }
    try {
      database.useTransaction(session -> new UploadStore(session).delete(id));
      UploadFolder.of(storage, id).remove();
    } finally {
      locks.release(id);
    }
  }

  /** Its last byte may come at this moment: then it is whoever takes it in who has it. */
  private boolean removeUnlessWhole(String id) {
    boolean removed =
        database.inTransaction(session -> new UploadStore(session).deleteUnlessWhole(id));
    if (removed) {
      UploadFolder.of(storage, id).remove();
    }
    return removed;
  }

  /**
   * Gives up what waited too long, and forgets what was told for long enough. Harmless at any time;
   * whoever begins or lists uploads does it first.
   */
  public void sweep() {
    Instant before = clock.instant().minus(settings.keep());
    database.look(session -> new UploadStore(session).untouchedSince(before)).stream()
        .filter(id -> !locks.isTaken(id))
        .forEach(this::removeUnlessWhole);
  }
}

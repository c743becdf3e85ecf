package org.capsula.pipeline.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.GrowingFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.upload.Upload.State;
import org.capsula.pipeline.upload.Writing.BrokenOffException;
import org.jspecify.annotations.Nullable;

/** Adds pieces to uploads, one writer at a time for each. */
public final class Appender {
  /** Bytes that tell what a file is, as {@link FileType} reads them. */
  private static final int HEAD = 64 * 1024;

  private final Storage storage;
  private final Database database;
  private final UploadRegister register;
  private final Clock clock;
  private final Locks locks;
  private final Consumer<String> whole;

  /**
   * @param whole is given the id of an upload whose last byte has come
   */
  Appender(
      Library library, UploadRegister register, Clock clock, Locks locks, Consumer<String> whole) {
    this.storage = library.storage();
    this.database = library.database();
    this.register = register;
    this.clock = clock;
    this.locks = locks;
    this.whole = whole;
  }

  /**
   * Adds a piece.
   *
   * @return how it stands after that; where its connection broke, with what came before
   * @throws UploadRefusedException where it is no piece of this upload, or the disk is full
   */
  public Upload append(String id, Piece piece) throws UploadRefusedException {
    if (!locks.take(id)) {
      throw new UploadRefusedException(
          Refusal.LOCKED,
          "Another connection is sending this upload; wait until it ends or stalls, and ask how far it is.");
    }
    try {
      return appendAlone(id, piece);
    } finally {
      locks.release(id);
      tellWhole(id);
    }
  }

  private Upload appendAlone(String id, Piece piece) throws UploadRefusedException {
    Upload before = register.find(id);
    if (before.state() == State.REFUSED) {
      throw refused(before.reason());
    }
    requireFits(before, piece);
    if (before.state() != State.RECEIVING) {
      return before;
    }
    write(before, piece);
    return register.find(id);
  }

  /**
   * However the piece ended: its last byte may have counted before more of it was refused, and
   * whoever takes wholes in may have met this one's lock.
   */
  private void tellWhole(String id) {
    database
        .look(session -> new UploadStore(session).find(id))
        .filter(upload -> upload.state() == State.CHECKING)
        .ifPresent(upload -> whole.accept(id));
  }

  private static void requireFits(Upload upload, Piece piece) throws UploadRefusedException {
    if (piece.offset() != upload.received()) {
      throw new UploadRefusedException(
          Refusal.WRONG_OFFSET,
          "“%s” goes on at byte %d, not at %d; ask how far it is and send from there."
              .formatted(upload.fileName(), upload.received(), piece.offset()));
    }
    if (piece.length().orElse(0) > upload.bytes() - upload.received()) {
      throw new UploadRefusedException(
          Refusal.TOO_MANY_BYTES,
          "More bytes come than the %d that “%s” has; begin it anew."
              .formatted(upload.bytes(), upload.fileName()));
    }
  }

  private void write(Upload upload, Piece piece) throws UploadRefusedException {
    UploadFolder folder = UploadFolder.of(storage, upload.id());
    Counter counter = new Counter(upload, folder.footage());
    try (GrowingFile file = GrowingFile.at(folder.footage(), upload.received())) {
      requireAll(upload, file);
      try {
        new Writing(upload, file, register.settings().checkpoint(), counter::count).write(piece);
      } finally {
        // What does not count must not hold space that others wait for.
        file.cut(counter.counted);
      }
    } catch (BrokenOffException | EndedException e) {
      // What came counts, and the other side asks how far it is when it is back.
    } catch (NoFilmException e) {
      folder.remove();
      throw refused(e.getMessage());
    } catch (DatabaseException e) {
      throw Disk.fullOr(e);
    } catch (IOException e) {
      throw Disk.fullOr(e);
    }
  }

  private void requireAll(Upload upload, GrowingFile file)
      throws IOException, UploadRefusedException {
    long there = file.length();
    if (there < upload.received()) {
      database.useTransaction(session -> new UploadStore(session).setBack(upload.id(), there));
      throw new UploadRefusedException(
          Refusal.WRONG_OFFSET,
          "The disk lost some of “%s”; ask how far it is and send from there."
              .formatted(upload.fileName()));
    }
  }

  private static UploadRefusedException refused(@Nullable String reason) {
    return new UploadRefusedException(
        Refusal.NOT_FOOTAGE, reason == null ? "Nothing can be made of this file." : reason);
  }

  /** Writes down how far an upload is. */
  private final class Counter {
    private final Upload upload;
    private final String id;
    private final Path file;
    private long counted;

    Counter(Upload upload, Path file) {
      this.upload = upload;
      this.file = file;
      id = upload.id();
      counted = upload.received();
    }

    void count(long length) {
      long from = counted;
      if (from < HEAD && length >= HEAD) {
        requireFilm();
      }
      boolean isThere =
          database.inTransaction(
              session -> new UploadStore(session).advance(id, from, length, clock.instant()));
      if (!isThere) {
        throw new EndedException();
      }
      counted = length;
    }

    /** The others need not travel. */
    private void requireFilm() {
      try {
        FileType.requireFootageInside(file);
      } catch (UnreadableMediaException e) {
        String sentence = upload.fileName() + ": " + e.getMessage() + ".";
        database.useTransaction(
            session -> new UploadStore(session).refuse(id, e.code(), sentence, clock.instant()));
        throw new NoFilmException(sentence);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Its first bytes are those of something else. */
  private static final class NoFilmException extends RuntimeException {
    NoFilmException(String sentence) {
      super(sentence);
    }
  }

  /** Somebody gave it up while bytes came. */
  private static final class EndedException extends RuntimeException {}
}

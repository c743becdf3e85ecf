package org.capsula.pipeline.upload;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.GrowingFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.upload.Upload.State;
import org.capsula.pipeline.upload.Writing.BrokenOffException;

/** Adds pieces to uploads, one writer at a time for each. */
public final class Appender {
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
    Upload after;
    try {
      Upload before = register.find(id);
      requireFits(before, piece);
      if (before.state() != State.RECEIVING) {
        return before;
      }
      write(before, piece);
      after = register.find(id);
    } finally {
      locks.release(id);
    }
    if (after.state() == State.CHECKING) {
      whole.accept(id);
    }
    return after;
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
    Counter counter = new Counter(upload);
    try (GrowingFile file =
        GrowingFile.at(UploadFolder.of(storage, upload.id()).footage(), upload.received())) {
      requireAll(upload, file);
      try {
        new Writing(upload, file, register.settings().checkpoint(), counter::count).write(piece);
      } finally {
        // What does not count must not hold space that others wait for.
        file.cut(counter.counted);
      }
    } catch (BrokenOffException | EndedException e) {
      // What came counts, and the other side asks how far it is when it is back.
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

  /** Writes down how far an upload is. */
  private final class Counter {
    private final String id;
    private long counted;

    Counter(Upload upload) {
      id = upload.id();
      counted = upload.received();
    }

    void count(long length) {
      long from = counted;
      boolean isThere =
          database.inTransaction(
              session -> new UploadStore(session).advance(id, from, length, clock.instant()));
      if (!isThere) {
        throw new EndedException();
      }
      counted = length;
    }
  }

  /** Somebody gave it up while bytes came. */
  private static final class EndedException extends RuntimeException {}
}

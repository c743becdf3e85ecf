package org.capsula.pipeline.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.database.Schema;
import org.capsula.pipeline.storage.Storage;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds a Capsula's database, footage and editions. One process uses it at a
 * time; several where its database is in PostgreSQL.
 */
public final class Library implements AutoCloseable {
  /** Between the clocks of two machines. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Path folder;
  private final LibraryLock lock;
  private final Storage storage;
  private final Database database;

  /** Null where it is no server, or the only program anyway. */
  private @Nullable LibraryLock serving;

  private Library(Path folder, LibraryLock lock, Storage storage, Database database) {
    this.folder = folder;
    this.lock = lock;
    this.storage = storage;
    this.database = database;
  }

  /** With the database in the folder; see {@link #open(Path, Engine)}. */
  public static Library open(Path folder) {
    return open(folder, Pairing.embedded(home(folder)));
  }

  /**
   * @param folder is created where it is missing
   * @throws LibraryException where another process uses it, it cannot be written, or the database
   *     is of another one
   * @throws org.capsula.pipeline.database.SchemaException where a newer program made it
   * @throws org.capsula.pipeline.database.DatabaseException where it cannot be reached
   */
  public static Library open(Path folder, Engine engine) {
    Path home = home(folder);
    LibraryLock lock = null;
    try {
      Files.createDirectories(home);
      lock = LibraryLock.take(home, engine.isShared());
      return open(home, engine, lock);
    } catch (IOException e) {
      release(lock);
      throw new LibraryException(sentence(home, e), e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private static Library open(Path home, Engine engine, LibraryLock lock) throws IOException {
    Pairing.require(home, engine);
    // The database first: a library of a newer program stays as it is.
    // Beside others it is not changed: they would go on with statements for the one before.
    Database database = lock.isAlone() ? Schema.open(engine) : Schema.beside(engine);
    try {
      if (engine.isShared()) {
        Pairing.tie(home, database);
      }
      Storage storage = lock.isAlone() ? Storage.in(home) : Storage.beside(home);
      return new Library(home, lock, storage, database);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Whether a library is in this folder. */
  public static boolean isIn(Path folder) {
    return Pairing.isLibrary(folder);
  }

  private static Path home(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  private static void release(@Nullable LibraryLock lock) {
    if (lock != null) {
      lock.close();
    }
  }

  private static String sentence(Path home, IOException e) {
    if (String.valueOf(e.getMessage()).contains("No space left")) {
      return "The disk of the library " + home + " is full; free some space and start again.";
    }
    if (Files.isRegularFile(home)) {
      return "The library " + home + " is a file; choose a folder with --library.";
    }
    String reason = e instanceof FileSystemException refused ? refused.getReason() : null;
    return "The library "
        + home
        + " cannot be written"
        + (reason == null ? "" : " (" + reason + ")")
        + "; check its permissions, or choose another --library.";
  }

  public Path folder() {
    return folder;
  }

  public Storage storage() {
    return storage;
  }

  public Database database() {
    return database;
  }

  /** Whether no other program works on it, nor may come. */
  public boolean isAlone() {
    return lock.isAlone();
  }

  /** Where its database is made for that, other programs may come from now on. */
  public void letOthersIn() {
    if (database.isShared()) {
      try {
        lock.letOthersIn();
      } catch (IOException e) {
        throw new UncheckedIOException("the lock of " + folder + " cannot be shared", e);
      }
    }
  }

  /**
   * Says that this program is the server of a library on which several work: uploads are written by
   * one of them alone.
   *
   * @throws LibraryException where another one is
   */
  public void becomeServer() {
    if (!database.isShared()) {
      return;
    }
    try {
      serving = LibraryLock.ofServer(folder);
    } catch (IOException e) {
      throw new LibraryException(sentence(folder, e), e);
    }
  }

  /**
   * Due times and heartbeats are compared between machines.
   *
   * @throws LibraryException where this clock and the database's are too far apart
   */
  public void requireSameTime(Clock clock) {
    Duration ahead = database.aheadOf(clock);
    if (ahead.abs().compareTo(TOLERANCE) > 0) {
      Instant ours = clock.instant();
      throw new LibraryException(
          "It is "
              + ours.truncatedTo(ChronoUnit.MILLIS)
              + " by the clock of this machine, and "
              + ours.plus(ahead).truncatedTo(ChronoUnit.MILLIS)
              + " by that of "
              + database.name()
              + "; set them by the same time server (more than "
              + TOLERANCE.toSeconds()
              + " s apart is too much), and start again.",
          null);
    }
  }

  @Override
  public void close() {
    database.close();
    release(serving);
    lock.close();
  }
}

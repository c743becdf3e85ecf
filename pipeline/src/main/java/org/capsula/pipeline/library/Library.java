package org.capsula.pipeline.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Schema;
import org.capsula.pipeline.storage.Storage;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds a Capsula's database, footage and editions. One process uses it at a
 * time.
 */
public final class Library implements AutoCloseable {
  /** Closing a second channel of a lock file would drop the lock of the whole process. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;
  private final Storage storage;
  private final Database database;

  private Library(Path folder, FileChannel lock, Storage storage, Database database) {
    this.folder = folder;
    this.lock = lock;
    this.storage = storage;
    this.database = database;
  }

  /**
   * @param folder is created where it is missing
   * @throws LibraryException where another process uses it, or it cannot be written
   * @throws org.capsula.pipeline.database.SchemaException where a newer program made it
   */
  public static Library open(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    if (!OPEN.add(home)) {
      throw inUse(home);
    }
    FileChannel lock = null;
    try {
      Files.createDirectories(home);
      lock = lock(home);
      // The database first: a library of a newer program stays as it is.
      Database database = Schema.open(home.resolve("capsula.db"));
      return new Library(home, lock, Storage.in(home), database);
    } catch (IOException e) {
      release(home, lock);
      throw new LibraryException(sentence(home, e), e);
    } catch (RuntimeException e) {
      release(home, lock);
      throw e;
    }
  }

  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() != null) {
      return channel;
    }
    channel.close();
    throw inUse(home);
  }

  private static LibraryException inUse(Path home) {
    return new LibraryException(
        "The library "
            + home
            + " is in use by another Capsula; stop that one, or choose another --library.",
        null);
  }

  private static void release(Path home, @Nullable FileChannel lock) {
    OPEN.remove(home);
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // The process ends, and the system releases it.
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

  @Override
  public void close() {
    database.close();
    release(folder, lock);
  }
}

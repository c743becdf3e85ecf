package org.capsula.pipeline.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how many programs work on a library: by a lock on a file, which ends with its program. */
final class LibraryLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LibraryLock.class);

  /** Closing a second channel of a lock file would drop the lock of the whole process. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private FileLock lock;

  private LibraryLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * @param shared several programs may have it; the first of them is alone until it lets others in
   * @throws LibraryException where somebody else has it
   */
  static LibraryLock take(Path home, boolean shared) throws IOException {
    return take(home.resolve("lock"), shared, inUse(home));
  }

  /**
   * @throws LibraryException where there is a server already
   */
  static LibraryLock ofServer(Path home) throws IOException {
    return take(
        home.resolve("server-lock"),
        false,
        new LibraryException(
            "A server runs on the library "
                + home
                + " already; stop that one, or let this machine help it with “capsula worker”.",
            null));
  }

  private static LibraryLock take(Path file, boolean shared, LibraryException refusal)
      throws IOException {
    if (!OPEN.add(file)) {
      throw refusal;
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null && shared) {
        LOG.info("Another Capsula is starting on {}; this one waits for it.", file.getParent());
        lock = channel.lock(0, Long.MAX_VALUE, true);
      }
      if (lock == null) {
        throw refusal;
      }
      return new LibraryLock(file, channel, lock);
    } catch (IOException | RuntimeException e) {
      OPEN.remove(file);
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  private static LibraryException inUse(Path home) {
    return new LibraryException(
        "The library "
            + home
            + " is in use by another Capsula; stop that one, or choose another --library.",
        null);
  }

  boolean isAlone() {
    return !lock.isShared();
  }

  /** Others may come from now on. */
  void letOthersIn() throws IOException {
    if (isAlone()) {
      lock.release();
      lock = channel.lock(0, Long.MAX_VALUE, true);
    }
  }

  @Override
  public void close() {
    OPEN.remove(file);
    try {
      channel.close();
    } catch (IOException e) {
      // The process ends, and the system releases it.
    }
  }
}

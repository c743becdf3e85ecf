package org.capsula.pipeline.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says whether the program that writes into a folder still lives. */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "lock";

  /**
   * What this program holds. Its lock files must never be opened again: fcntl(2) drops a process's
   * lock when it closes any descriptor of the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** The file gets its name when it is locked: another program must not find it in between. */
  static FolderLock of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    HELD.add(real);
    Path unlocked = folder.resolve(NAME + ".new");
    FileChannel channel =
        FileChannel.open(unlocked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    Files.move(unlocked, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    return new FolderLock(real, channel);
  }

  /** A folder without lock is not ours to judge. */
  static boolean isAbandoned(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    // In this order: a folder of ours is held before it has a lock.
    if (!Files.exists(file) || isHeld(folder)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (NoSuchFileException | OverlappingFileLockException e) {
      // Somebody else is removing it at this moment.
      return false;
    }
  }

  private static boolean isHeld(Path folder) throws IOException {
    try {
      return HELD.contains(folder.toRealPath());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(folder);
  }
}

package org.capsula.pipeline.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder in the making: written aside on the same disk, renamed to its place when it is complete.
 * What a killed program left behind is removed by the next one; a lock tells it from a living one.
 */
public final class PartialFolder implements AutoCloseable {
  private static final String PREFIX = ".capsula-";
  private static final String LOCK = "lock";

  private final Path root;
  private final FileChannel lock;
  private final Thread atExit = new Thread(this::removeQuietly, "remove partial folder");

  private PartialFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * @param parent is created where it is missing
   */
  public static PartialFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    removeAbandoned(parent);
    Path root = Files.createTempDirectory(parent, PREFIX);
    PartialFolder folder = new PartialFolder(root, lock(root));
    Files.createDirectory(folder.content());
    Files.createDirectory(folder.scratch());
    Runtime.getRuntime().addShutdownHook(folder.atExit);
    return folder;
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new IOException(root + " is in use");
    }
    return channel;
  }

  private static void removeAbandoned(Path parent) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path root : left) {
        if (Files.exists(root.resolve(LOCK)) && isAbandoned(root)) {
          remove(root);
        }
      }
    }
  }

  private static boolean isAbandoned(Path root) throws IOException {
    try (FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** What will be seen. */
  public Path content() {
    return root.resolve("content").toAbsolutePath();
  }

  /** For what nobody will see. */
  public Path scratch() {
    return root.resolve("scratch").toAbsolutePath();
  }

  /** Shows the content under its name; what stood there is gone only then. */
  public void moveTo(Path target) throws IOException {
    Path old = null;
    if (Files.exists(target)) {
      old = root.resolve("old");
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(content(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      putBack(old, target);
      throw e;
    }
  }

  private static void putBack(@Nullable Path old, Path target) throws IOException {
    if (old != null) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is ending and the hook does the work.
      return;
    }
    lock.close();
    remove(root);
  }

  private void removeQuietly() {
    try {
      remove(root);
    } catch (IOException | UncheckedIOException e) {
      // The next program that works here removes it.
    }
  }

  private static void remove(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

package org.capsula.pipeline.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder in the making: written aside on the same disk, renamed to its place when it is complete.
 * What a killed program left behind is removed by the next one; a lock tells it from a living one.
 */
public final class PartialFolder implements AutoCloseable {
  private static final String PREFIX = ".capsula-";

  private static final String CONTENT = "content";
  private static final String SCRATCH = "scratch";

  /** What stood at the target while the new folder takes its place. */
  private static final String OLD = "old";

  /** Where {@link #OLD} belongs, as seen from the parent. */
  private static final String PLACE = "old-place";

  private final Path root;
  private final FolderLock lock;

  /** Null where the program ends in an order of its own. */
  private @Nullable Thread atExit;

  private PartialFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * @param parent is created where it is missing
   */
  public static PartialFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    removeAbandoned(parent);
    PartialFolder folder = make(parent, "");
    Thread atExit = new Thread(folder::removeQuietly, "remove partial folder");
    folder.atExit = atExit;
    Runtime.getRuntime().addShutdownHook(atExit);
    return folder;
  }

  /**
   * In a library, whose attempts are stopped when the program ends: were the folder removed from
   * under one, it would fail instead. What is left is removed when the library is next opened.
   */
  public static PartialFolder ofLibrary(Path work) throws IOException {
    return make(work, "");
  }

  /**
   * The same, to be found by others while it is being filled.
   *
   * @param name letters and digits
   */
  public static PartialFolder ofLibrary(Path work, String name) throws IOException {
    return make(work, name + "-");
  }

  /** What somebody else is filling now. */
  public record Growing(Path content, Path scratch) {}

  /** The newest of that name. */
  public static Optional<Growing> growing(Path work, String name) throws IOException {
    Path newest = null;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(work, PREFIX + name + "-*")) {
      for (Path root : found) {
        if (newest == null || madeAt(root).compareTo(madeAt(newest)) > 0) {
          newest = root;
        }
      }
    }
    return Optional.ofNullable(newest)
        .map(root -> new Growing(root.resolve(CONTENT), root.resolve(SCRATCH)));
  }

  /** The epoch where it is gone by now. */
  private static FileTime madeAt(Path root) throws IOException {
    try {
      return Files.getLastModifiedTime(root);
    } catch (NoSuchFileException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static PartialFolder make(Path parent, String name) throws IOException {
    Path root = Files.createTempDirectory(parent, PREFIX + name);
    PartialFolder folder = new PartialFolder(root, FolderLock.of(root));
    Files.createDirectory(folder.content());
    Files.createDirectory(folder.scratch());
    return folder;
  }

  /** Where nobody else may be working, what is there was left by programs that are gone. */
  static void removeAll(Path parent) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path root : left) {
        removeWithOthers(root);
      }
    }
  }

  /** Where others may be working. */
  static void removeAbandoned(Path parent) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path root : left) {
        if (FolderLock.isAbandoned(root)) {
          removeWithOthers(root);
        }
      }
    }
  }

  /** Several programs may start at once and each find it. */
  private static void removeWithOthers(Path root) throws IOException {
    try {
      remove(root);
    } catch (NoSuchFileException | DirectoryNotEmptyException e) {
      // Another one was quicker, or a decoder whose parent was killed is just ending.
    }
  }

  /** Whether this is one, of whichever program. */
  public static boolean isOne(Path path) {
    return path.getFileName().toString().startsWith(PREFIX);
  }

  /** What will be seen. */
  public Path content() {
    return root.resolve(CONTENT).toAbsolutePath();
  }

  /** For what nobody will see. */
  public Path scratch() {
    return root.resolve(SCRATCH).toAbsolutePath();
  }

  /** Shows the content under its name; what stood there is gone only then. */
  public void moveTo(Path target) throws IOException {
    if (Files.exists(target)) {
      Path place = parent(root).relativize(target.toAbsolutePath());
      Files.writeString(root.resolve(PLACE), place.toString());
      Files.move(target, root.resolve(OLD), StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(content(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      putBack(root);
      throw e;
    }
  }

  /** Brings the content to the disk for good. */
  public void sync() throws IOException {
    Durably.syncAll(content());
  }

  /**
   * Shows one file of the content under another name; what stood there is gone only then.
   *
   * @param target on the same disk
   */
  public void moveTo(Path target, String file) throws IOException {
    Path made = content().resolve(file);
    Durably.sync(made);
    Durably.rename(made, target.toAbsolutePath());
  }

  /**
   * Shows parts of the content in a folder that has no such names.
   *
   * @param names in this order
   */
  public void spread(Path folder, List<String> names) throws IOException {
    for (String name : names) {
      Durably.rename(content().resolve(name), folder.toAbsolutePath().resolve(name));
    }
  }

  /** Undoes half a move, whether it failed or the program was killed between its two renames. */
  private static void putBack(Path root) throws IOException {
    Path old = root.resolve(OLD);
    if (Files.exists(old) && Files.exists(root.resolve(PLACE))) {
      Path target = parent(root).resolve(Files.readString(root.resolve(PLACE)));
      if (!Files.exists(target)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static Path parent(Path root) {
    return Objects.requireNonNull(root.toAbsolutePath().getParent());
  }

  @Override
  public void close() throws IOException {
    try {
      if (atExit != null) {
        Runtime.getRuntime().removeShutdownHook(atExit);
      }
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
    putBack(root);
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

package org.capsula.pipeline.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes files survive a power cut: their bytes first, then their names. */
final class Durably {
  private Durably() {}

  /** Until this returns, the bytes may stand in the system's memory alone. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** A rename is a change of the folder. Windows cannot open one, and needs not. */
  static void syncFolder(Path folder) throws IOException {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** All files in a folder, then the folders from the inside out. */
  static void syncAll(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> entries = found.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList();
      for (Path entry : entries) {
        if (Files.isDirectory(entry)) {
          syncFolder(entry);
        } else {
          sync(entry);
        }
      }
    }
  }

  /** Both on one disk. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(parent(to));
  }

  /** Of a file that is named, which always stands in a folder. */
  static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}

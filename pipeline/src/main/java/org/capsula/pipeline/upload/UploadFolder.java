package org.capsula.pipeline.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.pipeline.storage.Storage;

/**
 * Where one upload grows, alone: whatever its bytes are, they stand beside nothing else.
 *
 * <pre>
 * uploads/4b1f…/footage    what came of the film
 * uploads/4b1f…/9d02…      its subtitle files, each under its id
 * </pre>
 */
record UploadFolder(Path path) {
  static UploadFolder of(Storage storage, String uploadId) {
    return new UploadFolder(storage.uploads().resolve(uploadId));
  }

  Path footage() {
    return path.resolve("footage");
  }

  Path subtitles(String id) {
    return path.resolve(id);
  }

  /** Nobody needs it any more; what is left after a crash goes at the next start. */
  void remove() {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(path);
    } catch (NoSuchFileException e) {
      // Nothing ever came.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes the folders of all others.
   *
   * @param wanted ids of uploads
   */
  static void removeAllBut(List<String> wanted, Storage storage) {
    Set<String> names = new HashSet<>(wanted);
    try (Stream<Path> folders = Files.list(storage.uploads())) {
      folders
          .filter(folder -> !names.contains(folder.getFileName().toString()))
          .forEach(folder -> new UploadFolder(folder).remove());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

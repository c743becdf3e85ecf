package org.capsula.pipeline.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.pipeline.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one upload grows, alone: whatever its bytes are, they stand beside nothing else.
 *
 * <pre>
 * uploads/4b1f…/footage    what came of the film
 * uploads/4b1f…/9d02…      its subtitle files, each under its id
 * </pre>
 */
record UploadFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

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
   * Removes the folders of all others. What is none of ours stays: a program that does not start
   * for a file that somebody laid there would help nobody.
   *
   * @param wanted ids of uploads
   */
  static void removeAllBut(List<String> wanted, Storage storage) {
    Set<String> names = new HashSet<>(wanted);
    try (Stream<Path> found = Files.list(storage.uploads())) {
      for (Path folder : found.toList()) {
        if (!names.contains(folder.getFileName().toString())) {
          removeLeftOver(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeLeftOver(Path folder) {
    if (!isOurs(folder)) {
      LOG.warn("{} is no upload's folder and was left; delete it if nobody needs it", folder);
      return;
    }
    try {
      new UploadFolder(folder).remove();
    } catch (UncheckedIOException e) {
      LOG.warn("{} was left over and cannot be removed: {}", folder, e.getMessage());
    }
  }

  private static boolean isOurs(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && folder.getFileName().toString().matches("[0-9a-f]{32}");
  }
}

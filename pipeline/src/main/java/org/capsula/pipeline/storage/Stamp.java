package org.capsula.pipeline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like from outside. A copy under way changes it.
 *
 * @param key of the file system, which tells a file from another that took its name; null where it
 *     has none
 */
record Stamp(long bytes, FileTime modifiedAt, @Nullable Object key) {
  static Stamp of(Path file) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(seen.size(), seen.lastModifiedTime(), seen.fileKey());
  }

  /**
   * @param bytes that were read of it
   */
  void requireStill(Path file, long bytes) throws IOException {
    if (bytes != this.bytes || !equals(of(file))) {
      throw new ChangedException(file);
    }
  }
}

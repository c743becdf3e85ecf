package org.capsula.server.produce;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.capsula.pipeline.intake.UsageException;

/** Names the folder of each film in one call: like the film, {@code -2} where that is taken. */
final class FolderNames {
  private final Path directory;
  private final Set<String> taken = new HashSet<>();

  FolderNames(Path directory) {
    this.directory = directory;
  }

  /**
   * @throws UsageException where something stands there that Capsula did not make
   */
  Path next(Path film) throws UsageException {
    String base = safe(film.getFileName().toString());
    String name = base;
    // Some file systems take Film and film for the same.
    for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = base + "-" + n;
    }
    Path target = directory.resolve(name);
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new UsageException(directory + " is a file; give --to a folder.");
    }
    if (Files.exists(target) && !Files.exists(target.resolve("report.json"))) {
      throw new UsageException(
          target + " exists and was not made by Capsula; move it away or choose another --to.");
    }
    return target;
  }

  /** Letters and digits of any script, and what no file system or address takes amiss. */
  static String safe(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    String safe =
        Normalizer.normalize(stem, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "-");
    return safe.startsWith(".") ? "-" + safe.substring(1) : safe;
  }
}

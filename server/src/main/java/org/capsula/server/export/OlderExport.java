package org.capsula.server.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.capsula.pipeline.intake.UsageException;

/**
 * What stands where an export is to come.
 *
 * @param stamps of its files
 * @param endedAt its files have not been touched since
 */
record OlderExport(Path folder, Map<String, String> stamps, FileTime endedAt) {
  static final String RECORD = "capsula-export.txt";
  private static final String FIRST_LINE = "Capsula export 1: which file has which content";

  static String text(Map<String, String> stamps) {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    stamps.forEach((file, stamp) -> text.append(stamp).append(' ').append(file).append('\n'));
    return text.toString();
  }

  /**
   * @throws UsageException where something else stands there: it would be gone
   */
  static OlderExport in(Path folder) throws IOException, UsageException {
    Path record = folder.resolve(RECORD);
    if (Files.isRegularFile(record)) {
      Map<String, String> stamps = new HashMap<>();
      for (String line : Files.readAllLines(record)) {
        String[] words = line.split(" ", 3);
        if (words.length == 3) {
          stamps.put(words[2], words[0] + " " + words[1]);
        }
      }
      return new OlderExport(folder, stamps, Files.getLastModifiedTime(record));
    }
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new UsageException(
          folder
              + " is not empty, and no export of Capsula's that could be replaced; choose another"
              + " --to.");
    }
    return new OlderExport(folder, Map.of(), FileTime.fromMillis(0));
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /**
   * A hard link, where it has the same file, nobody touched it, and the disk knows such links.
   *
   * @return whether there is one now
   */
  boolean give(String file, String stamp, Path place) throws IOException {
    Path own = folder.resolve(file);
    if (!stamp.equals(stamps.get(file)) || !isUntouched(own, stamp)) {
      return false;
    }
    try {
      Files.createLink(place, own);
      return true;
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }

  private boolean isUntouched(Path file, String stamp) throws IOException {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return stamp.endsWith(" " + seen.size()) && seen.lastModifiedTime().compareTo(endedAt) <= 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}

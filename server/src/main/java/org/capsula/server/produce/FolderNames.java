package org.capsula.server.produce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capsula.pipeline.intake.UsageException;

/** Names the folder of each film in one call: like the film, {@code -2} where that is taken. */
final class FolderNames {
  private static final Pattern MADE =
      Pattern.compile(
          "(video-\\d+(-av1)?(-iframes)?|audio[\\w-]*)\\.(mp4|m3u8)|multivariant\\.m3u8|manifest\\.mpd|download\\.mp4"
              + "|poster\\.jpg|storyboard\\.(jpg|vtt)|waveform\\.json|report\\.json|index\\.html"
              + "|subtitles|player");

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
    if (Files.exists(target) && !isOurs(target)) {
      throw new UsageException(
          target
              + " exists and holds more than Capsula makes; move it away or choose another --to.");
    }
    return target;
  }

  /** Only a folder that holds nothing but what a production writes may be replaced. */
  private static boolean isOurs(Path target) {
    if (!Files.exists(target.resolve("report.json"))
        || !Files.exists(target.resolve("multivariant.m3u8"))) {
      return false;
    }
    try (Stream<Path> entries = Files.list(target)) {
      return entries.allMatch(entry -> MADE.matcher(entry.getFileName().toString()).matches());
    } catch (IOException e) {
      return false;
    }
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

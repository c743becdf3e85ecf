package org.capsula.server.produce;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.capsula.pipeline.intake.UsageException;

/** What can be seen wrong with the films of a command before any is opened. */
final class Footage {
  private static final Set<String> SUBTITLES =
      Set.of("vtt", "srt", "ass", "ssa", "ttml", "dfxp", "sbv", "stl");

  private Footage() {}

  static void check(List<Path> films) throws UsageException {
    for (Path film : films) {
      Path name = film.getFileName();
      if (name == null) {
        throw new UsageException(film + " is a folder; give the films in it.");
      }
      if (film.toString().equals("-")) {
        throw new UsageException("Films are not read from standard input; give a file.");
      }
      if (SUBTITLES.contains(ending(name.toString()))) {
        throw new UsageException(
            film
                + " is a subtitle file where a film is expected; name it after --subtitles, behind"
                + " the films.");
      }
    }
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

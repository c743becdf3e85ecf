package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.capsula.media.type.FileType;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a folder and the folders within it: footage by its content, and beside each
 * footage, by their names, the files that belong to it. Hidden files are passed over.
 *
 * @param strays files that belong to no footage, each with a sentence
 */
public record DeliveryScan(List<Delivery> deliveries, List<Stray> strays) {
  /** What its owner takes for a film: it is refused with a reason rather than passed over. */
  private static final Set<String> FILMS =
      Set.of(
          "mp4", "mov", "m4v", "mkv", "webm", "avi", "ts", "mts", "m2ts", "mpg", "mpeg", "3gp",
          "wmv", "flv", "ogv", "mxf", "mp3", "m4a", "wav", "aac", "flac", "ogg", "opus");

  /** Whose bytes may look like anything. */
  private static final Set<String> TEXTS = Set.of("txt", "md", "json", "xml", "html", "csv");

  /** A file that could not be given to a footage, and why. */
  public record Stray(Path file, String sentence) {}

  /**
   * @throws IOException where the folder cannot be read
   */
  public static DeliveryScan of(Path folder) throws IOException {
    FolderWalk walk = FolderWalk.of(folder);
    List<Path> others = new ArrayList<>();
    Map<Stem, List<Path>> films = new LinkedHashMap<>();
    Map<Path, SideCars> sideCars = new LinkedHashMap<>();
    List<Stray> strays = new ArrayList<>(walk.strays());
    for (Path file : walk.files()) {
      if (isFootage(file)) {
        films.computeIfAbsent(Stem.of(file), stem -> new ArrayList<>()).add(file);
        sideCars.put(file, new SideCars(file, strays));
      } else {
        others.add(file);
      }
    }
    for (Path file : others) {
      List<Path> beside = filmsOf(file, films);
      SideCars found = beside.size() == 1 ? sideCars.get(beside.get(0)) : null;
      if (found == null) {
        strays.add(new Stray(file, file + noFilm(beside)));
      } else {
        found.add(file);
      }
    }
    List<Delivery> deliveries =
        sideCars.values().stream().map(found -> found.delivery().withStrays(strays)).toList();
    return new DeliveryScan(deliveries, strays);
  }

  /** Whether something was left out that its owner meant to go with a film. */
  public boolean hasLostSideCars() {
    return strays.stream().anyMatch(stray -> SideCars.isMeantAsOne(stray.file()))
        || deliveries.stream().anyMatch(delivery -> !delivery.strays().isEmpty());
  }

  /** A side-car by its name stays one, whatever its bytes look like. */
  private static boolean isFootage(Path file) {
    String extension = extension(file);
    if (SideCars.isNamedLikeOne(extension) || TEXTS.contains(extension)) {
      return false;
    }
    try {
      return FILMS.contains(extension) || FileType.isFootage(file);
    } catch (IOException e) {
      // As a side-car of some film it is told of when that is taken.
      return false;
    }
  }

  /** Those with the longest stem that the name begins with, in the same folder. */
  private static List<Path> filmsOf(Path file, Map<Stem, List<Path>> films) {
    String name = Delivery.name(file);
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      List<Path> found = films.get(new Stem(file.getParent(), name.substring(0, dot)));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  private static String noFilm(List<Path> candidates) {
    return candidates.size() > 1
        ? ": several films have this name; rename one of them and its side-cars."
        : ": belongs to no film here and is left out; name it like its film, a dot and more.";
  }

  /** Of a name, in lower case. */
  static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** What a film and its side-cars have in common. */
  private record Stem(@Nullable Path folder, String name) {
    static Stem of(Path film) {
      return new Stem(film.getParent(), Delivery.stem(Delivery.name(film)));
    }
  }
}

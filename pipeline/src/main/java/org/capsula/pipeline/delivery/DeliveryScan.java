package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.delivery.Delivery.DocumentInput;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.intake.SubtitleName;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a folder and the folders within it: footage by its content, and beside each
 * footage, by their names, the files that belong to it. Hidden files are passed over.
 *
 * @param strays files that belong to no footage, each with a sentence
 */
public record DeliveryScan(List<Delivery> deliveries, List<Stray> strays) {
  private static final Set<String> SUBTITLES = Set.of("vtt", "srt");
  private static final Set<String> SHEETS = Set.of("yaml", "yml");

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
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(path -> isWanted(folder, path)).sorted().toList();
    }
    List<Path> footage = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (Path file : files) {
      (isFootage(file) ? footage : others).add(file);
    }
    return assign(footage, others);
  }

  private static boolean isWanted(Path folder, Path path) {
    for (Path name : folder.relativize(path)) {
      if (name.toString().startsWith(".") && !name.toString().isEmpty()) {
        return false;
      }
    }
    return Files.isRegularFile(path);
  }

  /** A side-car by its name stays one, whatever its bytes look like. */
  private static boolean isFootage(Path file) throws IOException {
    String extension = extension(file);
    if (SUBTITLES.contains(extension) || SHEETS.contains(extension) || TEXTS.contains(extension)) {
      return false;
    }
    return FILMS.contains(extension) || FileType.isFootage(file);
  }

  private static DeliveryScan assign(List<Path> footage, List<Path> others) {
    List<Delivery> deliveries = new ArrayList<>();
    List<Stray> strays = new ArrayList<>();
    List<Path> left = new ArrayList<>(others);
    for (Path film : footage) {
      Sidecars sidecars = new Sidecars();
      for (Path file : others) {
        if (belongs(file, film, footage)) {
          left.remove(file);
          sidecars.add(film, file, strays);
        }
      }
      deliveries.add(new Delivery(film, sidecars.subtitles, sidecars.documents, sidecars.sheet));
    }
    left.forEach(file -> strays.add(new Stray(file, noFootage(file, footage))));
    return new DeliveryScan(deliveries, strays);
  }

  /** The footage with the longest stem that the name begins with, in the same folder. */
  private static boolean belongs(Path file, Path film, List<Path> footage) {
    List<Path> candidates = candidates(file, footage);
    return candidates.size() == 1 && candidates.get(0).equals(film);
  }

  private static List<Path> candidates(Path file, List<Path> footage) {
    List<Path> beside =
        footage.stream()
            .filter(film -> Objects.equals(film.getParent(), file.getParent()))
            .filter(film -> name(file).startsWith(stem(film) + "."))
            .toList();
    int longest = beside.stream().mapToInt(film -> stem(film).length()).max().orElse(0);
    return beside.stream().filter(film -> stem(film).length() == longest).toList();
  }

  private static String noFootage(Path file, List<Path> footage) {
    return candidates(file, footage).size() > 1
        ? file + ": several films have this name; rename one of them and its side-cars."
        : file
            + ": belongs to no film here and is left out; name it like its film, a dot and more.";
  }

  private static String stem(Path film) {
    return Delivery.stem(name(film));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String extension(Path file) {
    String name = name(file);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** The side-cars of one footage, as they are found. */
  private static final class Sidecars {
    private final List<SubtitleInput> subtitles = new ArrayList<>();
    private final List<DocumentInput> documents = new ArrayList<>();
    private @Nullable Path sheet;

    void add(Path film, Path file, List<Stray> strays) {
      String extension = extension(file);
      if (SHEETS.contains(extension) && name(file).equals(stem(film) + "." + lastPart(file))) {
        sheet = file;
      } else if (SUBTITLES.contains(extension)) {
        subtitle(file)
            .ifPresentOrElse(input -> keep(input, strays), () -> strays.add(untagged(file)));
      } else {
        documents.add(new DocumentInput(file, kind(film, file)));
      }
    }

    private void keep(SubtitleInput input, List<Stray> strays) {
      boolean taken =
          subtitles.stream().anyMatch(other -> other.trackName().equals(input.trackName()));
      if (taken) {
        strays.add(
            new Stray(
                input.file(),
                input.file()
                    + ": there are already "
                    + input.role().word()
                    + " in "
                    + input.language()
                    + " beside this film; keep one of the files."));
      } else {
        subtitles.add(input);
      }
    }

    private static Optional<SubtitleInput> subtitle(Path file) {
      SubtitleName name = SubtitleName.of(file);
      return name.language().map(language -> new SubtitleInput(file, language, name.role()));
    }

    private static Stray untagged(Path file) {
      return new Stray(file, file + ": its language is not in its name; name it like film.fr.srt.");
    }

    private static String kind(Path film, Path file) {
      String rest = name(file).substring(stem(film).length() + 1);
      int dot = rest.lastIndexOf('.');
      return dot > 0 ? rest.substring(0, dot) : "document";
    }

    private static String lastPart(Path file) {
      return name(file).substring(name(file).lastIndexOf('.') + 1);
    }
  }
}

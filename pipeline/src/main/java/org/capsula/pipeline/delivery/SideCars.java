package org.capsula.pipeline.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capsula.pipeline.delivery.Delivery.DocumentInput;
import org.capsula.pipeline.delivery.DeliveryScan.Stray;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.intake.SubtitleName;
import org.jspecify.annotations.Nullable;

/** The side-cars of one footage, as they are found. */
final class SideCars {
  private static final Set<String> SUBTITLES = Set.of("vtt", "srt");
  private static final Set<String> SHEETS = Set.of("yaml", "yml");

  /** Formats that are not read: as documents they would be of no use to anybody. */
  private static final Set<String> OTHER_SUBTITLES =
      Set.of("ass", "ssa", "ttml", "dfxp", "sbv", "sub", "idx", "stl", "smi", "scc");

  private final Path film;
  private final List<Stray> strays;
  private final List<SubtitleInput> subtitles = new ArrayList<>();
  private final List<DocumentInput> documents = new ArrayList<>();
  private @Nullable Path sheet;

  /**
   * @param strays is given what cannot be taken
   */
  SideCars(Path film, List<Stray> strays) {
    this.film = film;
    this.strays = strays;
  }

  static boolean isNamedLikeOne(String extension) {
    return SUBTITLES.contains(extension) || SHEETS.contains(extension);
  }

  /** Also one that is not read: its owner takes it for a side-car. */
  static boolean isMeantAsOne(Path file) {
    String extension = DeliveryScan.extension(file);
    return isNamedLikeOne(extension) || OTHER_SUBTITLES.contains(extension);
  }

  Delivery delivery() {
    return new Delivery(film, subtitles, documents, sheet, List.of());
  }

  /** One whose name begins with the film's stem and a dot. */
  void add(Path file) {
    String extension = DeliveryScan.extension(file);
    if (SHEETS.contains(extension)) {
      addSheet(file);
    } else if (SUBTITLES.contains(extension)) {
      subtitle(file)
          .ifPresentOrElse(
              this::addSubtitles,
              () -> stray(file, "its language is not in its name; name it like film.fr.srt."));
    } else if (OTHER_SUBTITLES.contains(extension)) {
      stray(file, "subtitles in this format are not read; hand them in as .srt or .vtt.");
    } else {
      documents.add(new DocumentInput(file, kind(file)));
    }
  }

  private void addSheet(Path file) {
    String whole = stem() + ".yaml";
    if (rest(file).indexOf('.') >= 0) {
      stray(file, "is left out; what is said of a film stands in one file, here " + whole + ".");
    } else if (sheet != null) {
      stray(file, "is left out, as " + Delivery.name(sheet) + " is there too; keep one of them.");
    } else {
      sheet = file;
    }
  }

  private void addSubtitles(SubtitleInput input) {
    boolean taken =
        subtitles.stream().anyMatch(other -> other.trackName().equals(input.trackName()));
    if (taken) {
      stray(
          input.file(),
          "there are already %s in %s beside this film; keep one of the files."
              .formatted(input.role().word(), input.language()));
    } else {
      subtitles.add(input);
    }
  }

  private static Optional<SubtitleInput> subtitle(Path file) {
    SubtitleName name = SubtitleName.of(file);
    return name.language().map(language -> new SubtitleInput(file, language, name.role()));
  }

  private String kind(Path file) {
    int dot = rest(file).lastIndexOf('.');
    return dot > 0 ? rest(file).substring(0, dot) : "document";
  }

  private String stem() {
    return Delivery.stem(Delivery.name(film));
  }

  /** What follows the stem and its dot. */
  private String rest(Path file) {
    return Delivery.name(file).substring(stem().length() + 1);
  }

  private void stray(Path file, String sentence) {
    strays.add(new Stray(file, file + ": " + sentence));
  }
}

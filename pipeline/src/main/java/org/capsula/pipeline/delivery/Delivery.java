package org.capsula.pipeline.delivery;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.delivery.DeliveryScan.Stray;
import org.capsula.pipeline.intake.SubtitleInput;
import org.jspecify.annotations.Nullable;

/**
 * One footage and the side-cars that stand beside it.
 *
 * @param sheet the YAML file; null where there is none
 * @param strays files that are named like its side-cars, and could not be taken
 */
public record Delivery(
    Path footage,
    List<SubtitleInput> subtitles,
    List<DocumentInput> documents,
    @Nullable Path sheet,
    List<Stray> strays) {
  public Delivery {
    subtitles = List.copyOf(subtitles);
    documents = List.copyOf(documents);
    strays = List.copyOf(strays);
  }

  String footageName() {
    return name(footage);
  }

  /** In the one form that compares: macOS writes letters and their accents apart (NFD). */
  static String name(Path file) {
    return Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
  }

  /** Of the footage's name. */
  String stem() {
    return stem(footageName());
  }

  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** All its files. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(List.of(footage));
    subtitles.forEach(input -> files.add(input.file()));
    documents.forEach(input -> files.add(input.file()));
    if (sheet != null) {
      files.add(sheet);
    }
    return files;
  }

  Delivery withStrays(List<Stray> found) {
    return new Delivery(
        footage, subtitles, documents, sheet, found.stream().filter(this::mayOwn).toList());
  }

  /** People and systems differ on capital letters; a sheet may have lost more than those. */
  private boolean mayOwn(Stray stray) {
    Path file = stray.file();
    String start = isSheet(file) ? stem() : stem() + ".";
    return Objects.equals(file.getParent(), footage.getParent())
        && name(file).toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
  }

  /** A sheet that may be meant for this film, and may hold an embargo. */
  Optional<Path> straySheet() {
    return strays.stream().map(Stray::file).filter(Delivery::isSheet).findFirst();
  }

  /** By its name, be it copied to its end or not. */
  private static boolean isSheet(Path file) {
    return name(file).toLowerCase(Locale.ROOT).matches(".*\\.ya?ml(\\.[^.]*)?");
  }

  /**
   * @param kind the word between stem and ending; {@code document} where there is none
   */
  public record DocumentInput(Path file, String kind) {}
}

package org.capsula.pipeline.delivery;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.intake.SubtitleInput;
import org.jspecify.annotations.Nullable;

/**
 * One footage and the side-cars that stand beside it.
 *
 * @param sheet the YAML file; null where there is none
 */
public record Delivery(
    Path footage,
    List<SubtitleInput> subtitles,
    List<DocumentInput> documents,
    @Nullable Path sheet) {
  public Delivery {
    subtitles = List.copyOf(subtitles);
    documents = List.copyOf(documents);
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

  /**
   * @param kind the word between stem and ending; {@code document} where there is none
   */
  public record DocumentInput(Path file, String kind) {}
}

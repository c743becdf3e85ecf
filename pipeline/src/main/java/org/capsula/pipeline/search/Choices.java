package org.capsula.pipeline.search;

import java.util.List;

/**
 * What filters may be set to.
 *
 * @param languages of subtitles, BCP 47
 * @param themes each as it is written
 * @param countries ISO 3166
 */
public record Choices(List<String> languages, List<String> themes, List<String> countries) {
  static final Choices NONE = new Choices(List.of(), List.of(), List.of());
}

package org.capsula.pipeline.catalog.release;

import java.util.List;

/**
 * Subtitles that there must be before a capsule is shown.
 *
 * @param language BCP 47, normalised
 * @param review how far they have to be; {@link Review#DRAFT}: it is enough that they are there
 */
public record RequiredLanguage(String language, Review review) {
  public static List<RequiredLanguage> present(List<String> languages) {
    return languages.stream()
        .map(language -> new RequiredLanguage(language, Review.DRAFT))
        .toList();
  }
}

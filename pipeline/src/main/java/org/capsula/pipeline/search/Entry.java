package org.capsula.pipeline.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a capsule by which it is found.
 *
 * @param subtitles languages that can be read beside the picture
 * @param said by language
 */
record Entry(
    String capsuleId,
    Duration length,
    List<String> subtitles,
    List<String> themes,
    @Nullable String country,
    List<Said> said) {

  /**
   * What is said of it in one language.
   *
   * @param language BCP 47
   * @param title null where there is none
   * @param texts each on its own: no sentence goes on from one to the next
   */
  record Said(String language, @Nullable String title, List<String> texts) {}
}

package org.capsula.server.cues;

import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the page says before its script has read the cues.
 *
 * @param title of the capsule
 * @param titleLanguage BCP 47; null when unknown
 * @param language of the track, BCP 47
 * @param film null before there is one
 * @param words for the script, as JSON that may stand in a script element
 * @param playerWords null where the player brings its own
 */
public record CuesView(
    String capsuleId,
    String title,
    @Nullable String titleLanguage,
    String track,
    String language,
    Role role,
    @Nullable FilmView film,
    String words,
    @Nullable String playerWords) {

  /**
   * @param poster null where there is none
   * @param width of the largest picture in pixels; 16 by 9 for sound alone
   */
  public record FilmView(String playlist, @Nullable String poster, int width, int height) {}
}

package org.capsula.pipeline.publication;

import org.capsula.subtitles.LanguageTag;
import org.capsula.subtitles.Role;

/**
 * A text track as playlists name it.
 *
 * @param address of its WebVTT file, as seen from the playlist
 * @param playlist address of its media playlist
 * @param language BCP 47, normalised
 * @param bytes of its WebVTT file
 */
public record ShownTrack(String address, String playlist, String language, Role role, long bytes) {

  /** As a viewer reads it, in its own language. */
  public String label() {
    return label(language, role);
  }

  static String label(String language, Role role) {
    String own = LanguageTag.ownName(language);
    return role == Role.CAPTIONS ? own + " (CC)" : own;
  }

  /**
   * @param seconds of the film
   * @return bit/s
   */
  public long bandwidth(double seconds) {
    return Math.max(1, Math.round(bytes * 8 / Math.max(seconds, 0.001)));
  }
}

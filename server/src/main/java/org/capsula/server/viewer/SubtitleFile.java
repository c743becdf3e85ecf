package org.capsula.server.viewer;

import org.capsula.subtitles.LanguageTag;
import org.capsula.subtitles.Role;

/**
 * One WebVTT file of a capsule.
 *
 * @param language BCP 47
 */
public record SubtitleFile(String language, Role role, String address, long bytes) {

  /** As a viewer reads it, in its own language. */
  public String label() {
    String own = LanguageTag.ownName(language);
    return role == Role.CAPTIONS ? own + " (CC)" : own;
  }

  /**
   * Whether a player offers it beside the picture; chapters and descriptions are not shown there.
   */
  public boolean isShown() {
    return role == Role.SUBTITLES || role == Role.CAPTIONS;
  }
}

package org.capsula.server.viewer;

import org.capsula.subtitles.Role;

/**
 * One WebVTT file of a capsule.
 *
 * @param language BCP 47
 */
public record SubtitleFile(String language, Role role, String address, long bytes) {

  /**
   * Whether a player offers it beside the picture; chapters and descriptions are not shown there.
   */
  public boolean isShown() {
    return role == Role.SUBTITLES || role == Role.CAPTIONS;
  }
}

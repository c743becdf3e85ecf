package org.capsula.pipeline.intake;

import java.nio.file.Path;
import org.capsula.subtitles.Role;

/**
 * A subtitle file that was given for a footage.
 *
 * @param language BCP 47, normalised
 */
public record SubtitleInput(Path file, String language, Role role) {

  /** The file's name without its ending in a finished folder: {@code el} or {@code fr.captions}. */
  public String trackName() {
    return role == Role.SUBTITLES ? language : language + "." + role.word();
  }
}

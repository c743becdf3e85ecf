package org.capsula.pipeline.publication;

import java.nio.charset.StandardCharsets;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.webvtt.WebVttWriter;

/**
 * One subtitle track of a film.
 *
 * @param name its files' name without ending: {@code el} or {@code fr.captions}
 * @param language BCP 47, normalised
 */
public record SubtitleTrack(String name, String language, Role role, Parsed content) {

  /** Its address in the film's folder. */
  public String path() {
    return "subtitles/" + name + ".vtt";
  }

  String playlistPath() {
    return "subtitles/" + name + ".m3u8";
  }

  String label() {
    return ShownTrack.label(language, role);
  }

  /** Whether players offer it beside the picture; chapters and descriptions are not shown there. */
  boolean isShown() {
    return role == Role.SUBTITLES || role == Role.CAPTIONS;
  }

  public ShownTrack shown() {
    return new ShownTrack(path(), playlistPath(), language, role, bytes());
  }

  public String webVtt() {
    return WebVttWriter.writeForHls(content);
  }

  public long bytes() {
    return webVtt().getBytes(StandardCharsets.UTF_8).length;
  }
}

package org.capsula.server.preview;

import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.server.catalogue.Addresses;

/** Where the studio finds a capsule's film. */
public final class Previews {
  private Previews() {}

  /** With the text tracks that players offer. */
  public static String playlist(String capsuleId) {
    return of(capsuleId) + "/multivariant.m3u8";
  }

  /** Pictures and sound alone, for a page that shows texts of its own. */
  public static String bare(String capsuleId) {
    return playlist(capsuleId) + "?text=none";
  }

  /** Of the newest edition; ends in a slash for the empty name. */
  public static String media(String capsuleId, String editionId, String file) {
    return of(capsuleId) + "/media/" + editionId + "/" + file;
  }

  public static String poster(String capsuleId) {
    return of(capsuleId) + "/poster.jpg";
  }

  static String text(Track track, Trim part, String ending) {
    return of(track.capsuleId())
        + "/text/"
        + Addresses.textHash(part, track)
        + "/"
        + track.name()
        + "."
        + ending;
  }

  private static String of(String capsuleId) {
    return "/studio/preview/" + capsuleId;
  }
}

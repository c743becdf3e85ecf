package org.capsula.server.catalogue;

import java.math.BigDecimal;
import java.time.Duration;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.search.Passage;
import org.jspecify.annotations.Nullable;

/** Where things stand. What has a hash in its address never changes. */
public final class Addresses {
  private Addresses() {}

  public static String page(String slug) {
    return "/c/" + slug;
  }

  /** The page at the time of a cue, with the subtitles that it is of. */
  public static String at(String slug, Passage passage) {
    BigDecimal seconds = BigDecimal.valueOf(passage.start().toMillis(), 3).stripTrailingZeros();
    return page(slug) + "?t=" + seconds.toPlainString() + "&captions=" + passage.language();
  }

  public static String playlist(String slug) {
    return page(slug) + "/multivariant.m3u8";
  }

  public static String download(String slug) {
    return page(slug) + "/download.mp4";
  }

  /** A file of an edition; ends in a slash for the empty name. */
  public static String edition(String editionId, String file) {
    return "/media/" + editionId + "/" + file;
  }

  public static String subtitles(Viewing shown, Track track) {
    return text(shown, track, "vtt");
  }

  /** The media playlist of a text track. */
  public static String subtitlesPlaylist(Viewing shown, Track track) {
    return text(shown, track, "m3u8");
  }

  private static String text(Viewing shown, Track track, String ending) {
    return page(shown.slug())
        + "/text/"
        + textHash(shown.part(), track)
        + "/"
        + track.name()
        + "."
        + ending;
  }

  /** Names the very bytes of a text track: of the whole of it, or of a part in milliseconds. */
  public static String textHash(Trim part, Track track) {
    Duration end = part.end();
    return end == null
        ? track.webvttSha256()
        : "%s-%d-%d".formatted(track.webvttSha256(), part.start().toMillis(), end.toMillis());
  }

  /**
   * What is shown before play: the still that was chosen, else the edition's own, if it has one.
   */
  public static @Nullable String still(Viewing shown) {
    if (shown.posterSha256() != null) {
      return page(shown.slug()) + "/poster/" + shown.posterSha256() + ".jpg";
    }
    return shown.hasPoster() ? edition(shown.editionId(), "poster.jpg") : null;
  }

  public static String document(String slug, Document document) {
    return page(slug) + "/documents/" + document.sha256();
  }
}

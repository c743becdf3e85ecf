package org.capsula.server.catalogue;

import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.Track;

/** Where things stand. What has a hash in its address never changes. */
public final class Addresses {
  private Addresses() {}

  public static String page(String slug) {
    return "/c/" + slug;
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

  public static String subtitles(String slug, Track track) {
    return text(slug, track, "vtt");
  }

  /** The media playlist of a text track. */
  public static String subtitlesPlaylist(String slug, Track track) {
    return text(slug, track, "m3u8");
  }

  private static String text(String slug, Track track, String ending) {
    return page(slug) + "/text/" + track.webvttSha256() + "/" + track.name() + "." + ending;
  }

  public static String document(String slug, Document document) {
    return page(slug) + "/documents/" + document.sha256();
  }
}

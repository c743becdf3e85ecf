package org.capsula.server.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which media type a file of ours has, and which of them shrink. */
public final class MediaType {
  public static final String HTML = "text/html;charset=utf-8";
  public static final String JSON = "application/json";

  /** RFC 9457. */
  public static final String PROBLEM = "application/problem+json";

  private static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("html", HTML),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("json", JSON),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain;charset=utf-8"),
          Map.entry("xml", "application/xml"),
          Map.entry("m3u8", "application/vnd.apple.mpegurl"),
          Map.entry("mpd", "application/dash+xml"),
          Map.entry("vtt", "text/vtt;charset=utf-8"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("pdf", "application/pdf"));

  private static final Set<String> SHRINK =
      Set.of(
          JSON,
          PROBLEM,
          "image/svg+xml",
          "application/xml",
          "application/rss+xml",
          "application/vnd.apple.mpegurl",
          "application/dash+xml");

  private MediaType() {}

  public static String ofFile(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, UNKNOWN);
  }

  /** Pictures, sound and documents are compressed already. */
  public static boolean shrinks(String mediaType) {
    return mediaType.startsWith("text/") || SHRINK.contains(mediaType);
  }
}

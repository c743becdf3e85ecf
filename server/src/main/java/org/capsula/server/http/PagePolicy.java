package org.capsula.server.http;

/** What a page of ours may load, and who may show it in a frame (CSP level 3). */
public final class PagePolicy {
  public static final String FIELD = "Content-Security-Policy";

  /** The player sets styles by script, and plays from blobs that it fills. */
  private static final String LOADS =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data:",
          "media-src 'self' blob: data:",
          "connect-src 'self'",
          "font-src 'self'",
          "base-uri 'none'",
          "form-action 'self'");

  /** Every page, where it does not say otherwise: in nobody's frame. */
  public static final String UNFRAMED = LOADS + "; frame-ancestors 'none'";

  /** For the player alone, which anybody may embed. */
  public static final String FRAMED = LOADS + "; frame-ancestors *";

  private PagePolicy() {}
}

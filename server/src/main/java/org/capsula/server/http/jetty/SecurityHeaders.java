package org.capsula.server.http.jetty;

import java.util.Map;
import org.capsula.server.http.Connection;

/** What a browser shall not do with our answers. */
final class SecurityHeaders {
  static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin");

  /** The player sets styles by script, and plays from blobs that it fills. */
  static final String PAGE_POLICY =
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
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final String A_YEAR = "max-age=31536000";

  private SecurityHeaders() {}

  /**
   * RFC 6797: from now on over HTTPS alone. Not on this machine itself, where other programs share
   * the name.
   */
  static Map<String, String> of(Connection connection) {
    boolean elsewhere = !connection.authority().matches("(localhost|127\\..*|\\[::1])(:\\d+)?");
    return connection.secure() && elsewhere
        ? Map.of("Strict-Transport-Security", A_YEAR)
        : Map.of();
  }
}

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

package org.capsula.server.viewer;

/**
 * Why there is no page.
 *
 * @param status of HTTP
 */
public record ErrorView(int status) {

  /** What the messages call it: the status where they know it, else its class. */
  String key() {
    return switch (status) {
      case 404, 410 -> "error.404";
      case 403 -> "error.403";
      case 503 -> "error.503";
      default -> status < 500 ? "error.400" : "error.500";
    };
  }
}

package org.capsula.server.http.jetty;

/**
 * A problem document (RFC 9457) of the type {@code about:blank}: its title is the phrase of the
 * status. No field needs escaping: all sentences are ours.
 */
record Problem(int status, String title, String detail) {
  static Problem of(int status) {
    return switch (status) {
      case 400 -> new Problem(status, "Bad Request", "The request cannot be read.");
      case 404 -> new Problem(status, "Not Found", "There is nothing at this address.");
      case 405 ->
          new Problem(status, "Method Not Allowed", "This address does not take that method.");
      case 406 ->
          new Problem(status, "Not Acceptable", "This is not to be had in the form asked for.");
      case 415 -> new Problem(status, "Unsupported Media Type", "Send another media type.");
      case 503 -> new Problem(status, "Service Unavailable", "Ask again in a moment.");
      case 500 ->
          new Problem(status, "Internal Server Error", "The fault is ours; it has been logged.");
      default ->
          status < 500
              ? new Problem(status, "Request Refused", "The request was refused.")
              : new Problem(status, "Server Error", "The fault is ours; it has been logged.");
    };
  }

  String json() {
    return "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title, status, detail);
  }
}

package org.capsula.server.http.jetty;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * A problem document (RFC 9457) of the type {@code about:blank}, so its title is the phrase of the
 * status (§4.2.1). No field needs escaping: all sentences are ours.
 */
record Problem(int status, String title, String detail) {
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400, "The request cannot be read.",
          401, "Sign in first.",
          403, "This is not for you.",
          404, "There is nothing at this address.",
          405, "This address does not take that method.",
          406, "This is not to be had in the form asked for.",
          409, "Somebody else was faster; look again.",
          415, "This address does not take that media type.",
          431, "The fields of the request are too long.",
          503, "Not now; ask again in a moment.");

  static Problem of(int status) {
    String other =
        status < 500 ? "The request is refused." : "The fault is ours; it has been logged.";
    return new Problem(status, phrase(status), DETAILS.getOrDefault(status, other));
  }

  private static String phrase(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Refused" : known.getReasonPhrase();
  }

  String json() {
    return "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title, status, detail);
  }
}

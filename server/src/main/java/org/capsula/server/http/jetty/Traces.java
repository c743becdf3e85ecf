package org.capsula.server.http.jetty;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Request;

/** What a request is known by in the log: an id of its own, and the route it took. */
final class Traces {
  /** The field in which a client finds the id, and of which we believe no client. */
  static final String FIELD = "X-Request-Id";

  /** The word in the log's context. */
  static final String CONTEXT = "request";

  private static final String ID = Traces.class.getName() + ".id";
  private static final String PATTERN = Traces.class.getName() + ".pattern";

  private Traces() {}

  static String id(Request request) {
    if (request.getAttribute(ID) instanceof String known) {
      return known;
    }
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    request.setAttribute(ID, id);
    return id;
  }

  static void took(Request request, String pattern) {
    request.setAttribute(PATTERN, pattern);
  }

  static String pattern(Request request) {
    return request.getAttribute(PATTERN) instanceof String known ? known : "none";
  }
}

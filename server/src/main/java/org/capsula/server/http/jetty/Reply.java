package org.capsula.server.http.jetty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capsula.server.http.Body;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/**
 * What goes over the wire: a status, all fields, and stretches of bodies one after another.
 *
 * @param slices none where a status or HEAD forbids content
 */
record Reply(int status, Map<String, String> headers, List<Slice> slices) {
  /** A stretch of a body. */
  record Slice(Body body, long offset, long length) {}

  static Reply to(Request request, Response response) {
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.put("Content-Type", response.mediaType());
    headers.put("Cache-Control", response.caching().cacheControl());
    headers.put("Content-Length", Long.toString(response.body().length()));
    List<Slice> whole = List.of(new Slice(response.body(), 0, response.body().length()));
    return new Reply(
        response.status(), headers, request.method().equals("HEAD") ? List.of() : whole);
  }
}

package org.capsula.server.http.jetty;

import java.util.Map;
import java.util.TreeMap;
import org.capsula.server.http.Body;
import org.capsula.server.http.InMemory;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.semantics.AcceptEncoding;
import org.capsula.server.http.semantics.EntityTag;
import org.capsula.server.http.semantics.Validators;
import org.jspecify.annotations.Nullable;

/**
 * The form of an answer that this client gets: as it is, or compressed.
 *
 * @param coded the bytes are gzip
 */
record Representation(Response response, Body body, @Nullable EntityTag tag, boolean coded) {
  /** What fits into one packet arrives no sooner for being smaller. */
  private static final int WORTH_IT = 1000;

  /**
   * A request for a part gets the bytes as they are, so that a range never means two things; the
   * compressed form is another representation and has a tag of its own (RFC 9110 §8.8.3.3).
   */
  static Representation of(Request request, Response response) {
    EntityTag tag = response.tag();
    if (response.body() instanceof InMemory plain) {
      tag = tag == null ? plain.tag() : tag;
      boolean wanted =
          request.header("Accept-Encoding").filter(AcceptEncoding::prefersGzip).isPresent();
      if (wanted
          && !asksForPart(request)
          && shrinks(response)
          && plain.gzip().length() < plain.length()) {
        EntityTag other = new EntityTag(tag.opaque() + "-gzip", tag.weak());
        return new Representation(response, plain.gzip(), other, true);
      }
    }
    return new Representation(response, response.body(), tag, false);
  }

  /** Range means nothing but with GET (§14.2). */
  static boolean asksForPart(Request request) {
    return request.method().equals("GET") && request.header("Range").isPresent();
  }

  Validators validators() {
    return new Validators(tag, response.lastModified());
  }

  /** What 304 has too, so that a cache can renew what it holds (§15.4.5). */
  Map<String, String> cacheFields() {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(response.headers());
    fields.put("Cache-Control", response.caching().cacheControl());
    // Beside a refusal or redirection it would name what nobody can ask for again.
    if (tag != null && response.status() == 200) {
      fields.put("ETag", tag.toString());
    }
    if (shrinks(response)) {
      fields.merge("Vary", "Accept-Encoding", (others, ours) -> others + ", " + ours);
    }
    return fields;
  }

  private static boolean shrinks(Response response) {
    return response.body() instanceof InMemory
        && response.body().length() >= WORTH_IT
        && MediaType.shrinks(response.mediaType());
  }
}

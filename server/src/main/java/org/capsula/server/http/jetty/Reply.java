package org.capsula.server.http.jetty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.server.http.Body;
import org.capsula.server.http.Caching;
import org.capsula.server.http.PagePolicy;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.semantics.ByteRange;
import org.capsula.server.http.semantics.HttpDate;
import org.capsula.server.http.semantics.Preconditions;
import org.capsula.server.http.semantics.RangeField;

/**
 * What goes over the wire: a status, all fields, and stretches of bodies one after another.
 *
 * @param slices none where a status or HEAD forbids content
 */
record Reply(int status, Map<String, String> fields, List<Slice> slices) {
  /** A stretch of a body. */
  record Slice(Body body, long offset, long length) {
    static Slice whole(Body body) {
      return new Slice(body, 0, body.length());
    }
  }

  /** The one place where RFC 9110 is obeyed, for bytes in memory and files alike. */
  static Reply to(Request request, Response response) {
    Representation chosen = Representation.of(request, response);
    Reply reply =
        response.status() == 200 && isRetrieval(request) ? ok(request, chosen) : whole(chosen);
    // HEAD has the fields of GET and none of its content (§9.3.2).
    return request.method().equals("HEAD")
        ? new Reply(reply.status, reply.fields, List.of())
        : reply;
  }

  /** What changes something has to look at conditions before it does. */
  private static boolean isRetrieval(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** Conditions count only where the answer without them would be a success (§13.2.1). */
  private static Reply ok(Request request, Representation chosen) {
    return switch (Preconditions.judge(request.headers(), chosen.validators())) {
      case NOT_MODIFIED -> notModified(chosen);
      case FAILED -> refusal(412, chosen);
      case PERFORM -> wanted(request, chosen);
    };
  }

  private static Reply notModified(Representation chosen) {
    Map<String, String> fields = chosen.cacheFields();
    // Jetty would add a 0; only the length of the representation is allowed here (§8.6).
    fields.put("Content-Length", Long.toString(chosen.body().length()));
    return new Reply(304, fields, List.of());
  }

  private static Reply wanted(Request request, Representation chosen) {
    long length = chosen.body().length();
    Optional<List<ByteRange>> ranges =
        Representation.asksForPart(request)
                && Preconditions.partIsWelcome(request.headers(), chosen.validators())
            ? request.header("Range").flatMap(field -> RangeField.select(field, length))
            : Optional.empty();
    if (ranges.isEmpty()) {
      return whole(chosen);
    }
    if (ranges.get().isEmpty()) {
      Reply refusal = refusal(416, chosen);
      refusal.fields.put("Content-Range", ByteRange.unsatisfied(length));
      return refusal;
    }
    return Parts.of(chosen, fields(chosen), ranges.get());
  }

  private static Reply whole(Representation chosen) {
    Map<String, String> fields = fields(chosen);
    // 204 and 304 have no content, whoever made them (§6.4.1).
    if (chosen.response().status() == 204 || chosen.response().status() == 304) {
      return new Reply(chosen.response().status(), chosen.cacheFields(), List.of());
    }
    fields.put("Content-Length", Long.toString(chosen.body().length()));
    return new Reply(chosen.response().status(), fields, List.of(Slice.whole(chosen.body())));
  }

  /** Not to be kept: the next request may have better luck. */
  private static Reply refusal(int status, Representation chosen) {
    Map<String, String> fields = chosen.cacheFields();
    fields.put("Cache-Control", Caching.noStore().cacheControl());
    fields.put("Content-Length", "0");
    return new Reply(status, fields, List.of());
  }

  private static Map<String, String> fields(Representation chosen) {
    Response response = chosen.response();
    Map<String, String> fields = chosen.cacheFields();
    fields.put("Content-Type", response.mediaType());
    if (response.status() == 200) {
      fields.put("Accept-Ranges", "bytes");
    }
    if (chosen.coded()) {
      fields.put("Content-Encoding", "gzip");
    }
    if (response.lastModified() != null) {
      fields.put("Last-Modified", HttpDate.format(response.lastModified()));
    }
    if (response.mediaType().startsWith("text/html")) {
      fields.putIfAbsent(PagePolicy.FIELD, PagePolicy.UNFRAMED);
    }
    return fields;
  }
}

package org.capsula.server.http.jetty;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Connection;
import org.capsula.server.http.Request;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.util.Fields;

/** Makes our request of Jetty's. */
final class Asked {
  private Asked() {}

  /**
   * @throws RuntimeException of Jetty's when the query is no text; it answers that with 400
   */
  static Request of(org.eclipse.jetty.server.Request request) {
    return of(request, query(request));
  }

  /** Of what is refused: its query need not be readable. */
  static Request refused(org.eclipse.jetty.server.Request request) {
    return of(request, Map.of());
  }

  private static Request of(org.eclipse.jetty.server.Request request, Map<String, String> query) {
    String path = path(request.getHttpURI());
    return new Request(
        request.getMethod(),
        path,
        Map.of(),
        query,
        headers(request),
        connection(request),
        Caller.NOBODY,
        () -> org.eclipse.jetty.io.Content.Source.asInputStream(request));
  }

  private static Connection connection(org.eclipse.jetty.server.Request request) {
    String authority = request.getHttpURI().getAuthority();
    return new Connection(
        org.eclipse.jetty.server.Request.getRemoteAddr(request),
        request.isSecure(),
        authority == null ? "localhost" : authority);
  }

  /** Decoded: an encoded slash, dot or percent sign was refused before. */
  static String path(HttpURI uri) {
    String path = uri.getDecodedPath();
    return path == null || !path.startsWith("/") ? "/" : path;
  }

  /**
   * Whether the path was sent as it is meant. Browsers resolve dots themselves, and we have no
   * parameters: who sends such has something in mind.
   */
  static boolean isPlain(HttpURI uri) {
    String raw = uri.getPath() + "/";
    return !raw.contains("/./") && !raw.contains("/../") && !raw.contains(";");
  }

  private static Map<String, String> query(org.eclipse.jetty.server.Request request) {
    Map<String, String> first = new HashMap<>();
    for (Fields.Field field : org.eclipse.jetty.server.Request.extractQueryParameters(request)) {
      first.put(field.getName(), field.getValue());
    }
    return first;
  }

  private static Map<String, String> headers(org.eclipse.jetty.server.Request request) {
    Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      // Cookies are the one field of a request that a comma does not join (RFC 9113 §8.2.3).
      String joint = field.getName().equalsIgnoreCase("Cookie") ? "; " : ", ";
      joined.merge(field.getName(), value, (before, more) -> before + joint + more);
    }
    // Ours, whatever the client sent under that name.
    joined.put(Traces.FIELD, Traces.id(request));
    return joined;
  }
}

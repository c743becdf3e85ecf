package org.capsula.server.export;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.capsula.server.http.Connection;

/**
 * An address of the server that something leads to.
 *
 * @param path decoded
 * @param query decoded; the first of each name
 * @param fragment with its {@code #}; empty for none
 */
record Link(String path, SortedMap<String, String> query, String fragment) {
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

  static Link of(String path, Map<String, String> query) {
    return new Link(path, new TreeMap<>(query), "");
  }

  /**
   * @param reference as it is written: absolute, or relative
   * @param from the path of what holds it
   * @return empty for what leads elsewhere, or stays where it is
   */
  static Optional<Link> of(String reference, String from) {
    String origin = Connection.LOCAL.origin();
    String own =
        reference.startsWith(origin + "/") ? reference.substring(origin.length()) : reference;
    if (own.isEmpty() || own.startsWith("#") || ELSEWHERE.matcher(own).matches()) {
      return Optional.empty();
    }
    int hash = own.indexOf('#');
    String fragment = hash < 0 ? "" : own.substring(hash);
    String rest = hash < 0 ? own : own.substring(0, hash);
    int mark = rest.indexOf('?');
    String path = mark < 0 ? rest : rest.substring(0, mark);
    URI place = URI.create(origin + from);
    // Only a query: java.net.URI would drop the last segment (RFC 3986 §5.3 does not).
    String full = path.isEmpty() ? from : place.resolve(path).getPath();
    return Optional.of(new Link(full, query(mark < 0 ? "" : rest.substring(mark + 1)), fragment));
  }

  private static SortedMap<String, String> query(String text) {
    SortedMap<String, String> query = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.putIfAbsent(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  /** The rest of the query as a part of a file's name; empty for none. */
  String suffix() {
    StringBuilder suffix = new StringBuilder();
    query.forEach(
        (name, value) -> {
          if (!name.equals("lang")) {
            suffix.append('-').append(name).append('-').append(value);
          }
        });
    return suffix.toString().replaceAll("[^A-Za-z0-9._-]", "_");
  }
}

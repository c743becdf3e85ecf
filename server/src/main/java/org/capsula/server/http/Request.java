package org.capsula.server.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One question of a client.
 *
 * @param path decoded; no segment of it is empty, {@code .} or {@code ..}
 * @param variables what the braces of the route's pattern stand for; one whole segment each
 * @param query the first value of each name
 * @param headers several lines of one name joined by a comma (RFC 9110 §5.3); names in any case
 */
public record Request(
    String method,
    String path,
    Map<String, String> variables,
    Map<String, String> query,
    Map<String, String> headers,
    Connection connection,
    Caller caller,
    Content content) {

  public Request {
    variables = Map.copyOf(variables);
    query = Map.copyOf(query);
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = Collections.unmodifiableMap(anyCase);
  }

  /** Of nobody in particular, from this machine, with nothing in it. */
  public Request(
      String method, String path, Map<String, String> query, Map<String, String> headers) {
    this(method, path, Map.of(), query, headers, Connection.LOCAL, Caller.NOBODY, Content.NONE);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /**
   * @throws IllegalArgumentException when the pattern of the route has no such name
   */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no {" + name + "} in the route of " + path);
    }
    return value;
  }

  /** The value of a cookie (RFC 6265 §4.2); the first, where there are several of that name. */
  public Optional<String> cookie(String name) {
    for (String pair : headers.getOrDefault("Cookie", "").split(";\\s*", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(pair.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * The fields of a form (application/x-www-form-urlencoded, WHATWG URL §5.1), first value of each.
   *
   * @throws ProblemException where it is larger than {@code most} bytes, or no such form
   */
  public Map<String, String> form(int most) throws IOException {
    String type = header("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
      throw new ProblemException(Problem.MEDIA_TYPE_UNKNOWN);
    }
    Map<String, String> fields = new HashMap<>();
    for (String pair : content.text(most).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      fields.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.UNREADABLE_REQUEST);
    }
  }

  /** The same question, asked of one route. */
  public Request with(Map<String, String> variablesOfTheRoute) {
    return new Request(
        method, path, variablesOfTheRoute, query, headers, connection, caller, content);
  }

  /** The same question, by somebody who was found out. */
  public Request by(Caller found) {
    return new Request(method, path, variables, query, headers, connection, found, content);
  }
}

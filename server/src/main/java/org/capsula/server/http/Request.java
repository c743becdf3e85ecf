package org.capsula.server.http;

import java.util.Collections;
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
    Map<String, String> headers) {

  public Request {
    variables = Map.copyOf(variables);
    query = Map.copyOf(query);
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = Collections.unmodifiableMap(anyCase);
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

  /** The same question, asked of one route. */
  public Request with(Map<String, String> variablesOfTheRoute) {
    return new Request(method, path, variablesOfTheRoute, query, headers);
  }
}

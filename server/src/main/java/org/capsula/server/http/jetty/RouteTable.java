package org.capsula.server.http.jetty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.capsula.server.http.Address;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Method;
import org.capsula.server.http.Route;
import org.jspecify.annotations.Nullable;

/** Finds what stands at a path. */
public final class RouteTable {
  /**
   * A row of the table.
   *
   * @param endpoint null where the API answers
   */
  public record Row(Address address, @Nullable Endpoint endpoint) {}

  /** A path that was found, its rows, and what the braces stand for. */
  public record Match(Map<Method, Row> rows, Map<String, String> variables) {
    /** HEAD is GET without content (RFC 9110 §9.3.2), unless it has a row of its own. */
    public Optional<Row> row(String method) {
      return Method.of(method)
          .map(
              known ->
                  known == Method.HEAD && !rows.containsKey(known)
                      ? rows.get(Method.GET)
                      : rows.get(known));
    }

    public String pattern() {
      return rows.values().iterator().next().address().pattern();
    }

    /** What the field Allow says (RFC 9110 §10.2.1). */
    String allowed() {
      Set<Method> methods = new TreeSet<>(rows.keySet());
      if (methods.contains(Method.GET)) {
        methods.add(Method.HEAD);
      }
      return methods.stream().map(Method::name).collect(Collectors.joining(", "));
    }
  }

  private record Entry(List<String> segments, Map<Method, Row> rows) {
    /** Sorts a literal before a variable, segment by segment. */
    String rank() {
      StringBuilder rank = new StringBuilder();
      segments.forEach(segment -> rank.append(isVariable(segment) ? "2" : "1"));
      return rank.toString();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param api addresses that Jersey answers
   */
  public RouteTable(List<Route> routes, List<Address> api) {
    Map<String, Entry> byShape = new HashMap<>();
    routes.forEach(route -> add(new Row(route.address(), route.endpoint()), byShape));
    api.forEach(address -> add(new Row(address, null), byShape));
    entries.addAll(byShape.values());
    entries.sort(Comparator.comparing(Entry::rank));
  }

  private static void add(Row row, Map<String, Entry> byShape) {
    String pattern = row.address().pattern();
    // Two shapes that are alike answer the same paths.
    String shape = pattern.replaceAll("\\{\\w+}", "{}");
    Entry entry =
        byShape.computeIfAbsent(
            shape, any -> new Entry(split(pattern), new EnumMap<>(Method.class)));
    boolean sameNames = entry.segments().equals(split(pattern));
    if (!sameNames || entry.rows().putIfAbsent(row.address().method(), row) != null) {
      throw new IllegalArgumentException("two routes for " + pattern);
    }
  }

  public Optional<Match> find(String path) {
    List<String> segments = split(path);
    for (Entry entry : entries) {
      Optional<Map<String, String>> variables = match(entry.segments(), segments);
      if (variables.isPresent()) {
        return Optional.of(new Match(entry.rows(), variables.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
    if (pattern.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String wanted = pattern.get(i);
      String given = path.get(i);
      if (isVariable(wanted) && !given.isEmpty()) {
        variables.put(wanted.substring(1, wanted.length() - 1), given);
      } else if (!wanted.equals(given)) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}

package org.capsula.server.http.jetty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Route;

/** Finds the endpoint of a path. */
final class RouteTable {
  /** A path that was found, and what the braces stand for. */
  record Match(Endpoint endpoint, Map<String, String> variables) {}

  private record Entry(List<String> segments, Endpoint endpoint) {
    /** Sorts a literal before a variable, segment by segment. */
    String rank() {
      StringBuilder rank = new StringBuilder();
      segments.forEach(segment -> rank.append(isVariable(segment) ? "2" : "1"));
      return rank.toString();
    }

    /** Two shapes that are alike would answer the same paths. */
    String shape() {
      return String.join("/", segments).replaceAll("\\{\\w+}", "{}");
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  RouteTable(List<Route> routes) {
    for (Route route : routes) {
      Entry entry = new Entry(split(route.pattern()), route.endpoint());
      if (entries.stream().anyMatch(other -> other.shape().equals(entry.shape()))) {
        throw new IllegalArgumentException("two routes for " + route.pattern());
      }
      entries.add(entry);
    }
    entries.sort(Comparator.comparing(Entry::rank));
  }

  Optional<Match> find(String path) {
    List<String> segments = split(path);
    for (Entry entry : entries) {
      Optional<Map<String, String>> variables = match(entry.segments(), segments);
      if (variables.isPresent()) {
        return Optional.of(new Match(entry.endpoint(), variables.get()));
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

package org.capsula.server.http;

/**
 * Where an endpoint stands.
 *
 * @param pattern a path such as <code>/c/{slug}/multivariant.m3u8</code>; a name in braces is one
 *     whole segment, never empty, and a literal segment goes before it
 */
public record Route(String pattern, Endpoint endpoint) {
  public Route {
    if (!pattern.matches("/|(/([\\w.~-]+|\\{\\w+}))+")) {
      throw new IllegalArgumentException("no pattern of a route: " + pattern);
    }
  }
}

package org.capsula.server.http;

/**
 * One row of the table of routes.
 *
 * @param pattern a path such as <code>/c/{slug}/multivariant.m3u8</code>; a name in braces is one
 *     whole segment, never empty, and a literal segment goes before it
 */
public record Address(Method method, String pattern, Access access) {
  public Address {
    if (!pattern.matches("/|(/([\\w.~-]+|\\{\\w+}))+")) {
      throw new IllegalArgumentException("no pattern of a route: " + pattern);
    }
  }
}

package org.capsula.server.http;

import java.time.Duration;

/**
 * How long others may keep an answer (RFC 9111).
 *
 * @param cacheControl the field as it is sent
 */
public record Caching(String cacheControl) {
  /** RFC 2616 §14.21 asked for no more than a year, and caches still treat more as a year. */
  private static final Duration LONGEST = Duration.ofDays(365);

  /** For what is named by its content and stays public: never asked for again. */
  public static Caching immutable() {
    return new Caching("public, max-age=" + LONGEST.toSeconds() + ", immutable");
  }

  /** May be kept, but is asked for each time; the tag makes that cheap. */
  public static Caching revalidate() {
    return new Caching("no-cache");
  }

  /** For what is public now and will close: {@code left} is the time until then. */
  public static Caching until(Duration left) {
    long seconds = Math.max(0, Math.min(left.toSeconds(), LONGEST.toSeconds()));
    return new Caching("public, max-age=" + seconds);
  }

  /** For what is not for everybody. */
  public static Caching noStore() {
    return new Caching("private, no-store");
  }
}

package org.capsula.server.http;

import java.time.Duration;

/**
 * A request that has been answered, without a word of who asked and for what.
 *
 * @param id of this request, made by the server; in its answer and in every line of the log
 * @param method as in the table of routes, or {@code other}
 * @param pattern of the route; {@code none} where there is none at that path
 * @param received bytes of content
 * @param sent bytes of content
 * @param time from the first byte of the request to the last of the answer
 */
public record Answered(
    String id, String method, String pattern, int status, long received, long sent, Duration time) {

  /** Somebody who counts. Called for each request when all is over; it must be quick. */
  @FunctionalInterface
  public interface Listener {
    void heard(Answered answered);
  }
}

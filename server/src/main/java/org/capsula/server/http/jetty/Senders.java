package org.capsula.server.http.jetty;

import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Tells what a client did from what went wrong here. */
final class Senders {
  private Senders() {}

  /**
   * Whether the content of a request ended early, was malformed or did not come: phones on poor
   * networks do that every day.
   */
  static boolean brokeOff(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof EofException
                    || cause instanceof HttpException
                    || cause instanceof TimeoutException);
  }
}

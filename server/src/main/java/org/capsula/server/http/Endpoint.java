package org.capsula.server.http;

import java.io.IOException;

/** Answers GET. HEAD, conditions, ranges and compression are done to what it answers. */
@FunctionalInterface
public interface Endpoint {
  /**
   * A status of 400 or above without a body ({@link Response#error}) is worded by the {@link
   * ErrorPage}; an exception is logged and answered with 500.
   */
  Response answer(Request request) throws IOException;
}

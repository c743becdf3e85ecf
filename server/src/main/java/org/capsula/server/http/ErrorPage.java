package org.capsula.server.http;

/** Words what went wrong, in the language of the page. */
@FunctionalInterface
public interface ErrorPage {
  /** The status of the answer is set to the given one, whatever the page says. */
  Response answer(int status, Request request);
}

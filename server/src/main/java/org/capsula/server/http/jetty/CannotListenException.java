package org.capsula.server.http.jetty;

/** The address cannot be had; the message is a sentence for the person who chose it. */
public final class CannotListenException extends RuntimeException {
  CannotListenException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

package org.capsula.pipeline.account.entry;

import java.time.Duration;

/** Nothing was tried this time. */
public final class TooManyTriesException extends Exception {
  private final transient Duration wait;

  TooManyTriesException(Duration wait) {
    super("too many tries");
    this.wait = wait;
  }

  /** After this there is another try. */
  public Duration waitFor() {
    return wait;
  }
}

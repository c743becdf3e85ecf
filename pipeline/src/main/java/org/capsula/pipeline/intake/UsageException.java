package org.capsula.pipeline.intake;

/** What was asked for contradicts itself. The message is a sentence that says the way out. */
public final class UsageException extends Exception {
  public UsageException(String message) {
    super(message);
  }
}

package org.capsula.media.probe;

/**
 * Nothing could be read from a file that was given as footage.
 *
 * <p>The message is one sentence for a person: what is wrong and, where it is known, why.
 */
public final class UnreadableMediaException extends Exception {
  private final String code;

  public UnreadableMediaException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, kebab-case, as in a finding. */
  public String code() {
    return code;
  }
}

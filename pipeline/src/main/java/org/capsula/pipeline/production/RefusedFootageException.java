package org.capsula.pipeline.production;

/** Footage of which nothing can be made, however often it is tried. */
public final class RefusedFootageException extends Exception {
  private final String code;

  RefusedFootageException(String code, String sentence, Exception cause) {
    super(sentence, cause);
    this.code = code;
  }

  /** Stable, kebab-case. */
  public String code() {
    return code;
  }

  /** For the person who sent it: what, where, what to do. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

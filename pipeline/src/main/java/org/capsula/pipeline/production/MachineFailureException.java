package org.capsula.pipeline.production;

/** The machine's fault, not the input's: trying again elsewhere or later can help. */
public final class MachineFailureException extends RuntimeException {
  private final String sentence;

  MachineFailureException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** For the person who waits for the result: what, where, what to do. */
  public String sentence() {
    return sentence;
  }
}

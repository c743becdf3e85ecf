package org.capsula.pipeline.intake;

/** What was asked for contradicts itself. Its sentence says the way out. */
public final class UsageException extends Exception {
  private final String sentence;

  public UsageException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** For the person who asked. */
  public String sentence() {
    return sentence;
  }
}

package org.capsula.pipeline.upload;

/** An upload, or a piece of one, was not taken. The message is a sentence for whoever sends it. */
public final class UploadRefusedException extends Exception {
  private final Refusal refusal;

  UploadRefusedException(Refusal refusal, String sentence) {
    super(sentence);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** What, where, what to do. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

package org.capsula.pipeline.account;

/** What was asked for cannot be; nothing was changed. */
public final class RefusedException extends Exception {
  private final Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.sentence());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}

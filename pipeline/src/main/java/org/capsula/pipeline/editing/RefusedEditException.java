package org.capsula.pipeline.editing;

/** What was asked for cannot be. Nothing was changed. */
public final class RefusedEditException extends Exception {
  private final Reason reason;

  /**
   * @param sentence what, where, what to do
   */
  public RefusedEditException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** Why. */
  public enum Reason {
    /** There is no such capsule, track, document or removed file. */
    GONE,
    /** Another one stands in its place. */
    CONFLICT,
    /** Somebody has changed it since the asking person looked. */
    OUTDATED,
    /** Corrections that were made in it would be lost, which nobody has said to want. */
    CORRECTED,
    /** It cannot be read, or is of a kind that is not taken. */
    UNREADABLE,
    /** Nobody said its language, and its words do not tell it. */
    NO_LANGUAGE,
    /** It is larger than is taken. */
    TOO_LARGE,
    /** A value is none that can be. */
    INVALID
  }
}

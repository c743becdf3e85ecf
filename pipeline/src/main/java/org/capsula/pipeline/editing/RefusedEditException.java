package org.capsula.pipeline.editing;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be. Nothing was changed. */
public final class RefusedEditException extends Exception {
  private final Reason reason;
  private final transient @Nullable Misfit misfit;

  /**
   * @param sentence what, where, what to do
   */
  public RefusedEditException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
    this.misfit = null;
  }

  /** For one value that is none that can be. */
  public RefusedEditException(Misfit misfit, String sentence) {
    super(sentence);
    this.reason = Reason.INVALID;
    this.misfit = misfit;
  }

  public Reason reason() {
    return reason;
  }

  /** Null where it is not about one value. */
  public @Nullable Misfit misfit() {
    return misfit;
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

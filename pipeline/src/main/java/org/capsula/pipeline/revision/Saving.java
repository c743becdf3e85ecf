package org.capsula.pipeline.revision;

/** What became of a correction. */
public sealed interface Saving {
  /**
   * @param revision that is shown now: a new one, or the one before where nothing was changed
   */
  record Saved(Revision revision) implements Saving {}

  /**
   * Somebody else was faster; nothing was changed.
   *
   * @param newest what they made
   */
  record Overtaken(Revision newest) implements Saving {}

  /** There is no such track or revision, or not any more. */
  record Gone() implements Saving {}
}

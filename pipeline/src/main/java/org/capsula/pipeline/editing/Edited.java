package org.capsula.pipeline.editing;

import org.jspecify.annotations.Nullable;

/** What became of a change. */
public sealed interface Edited {
  /**
   * @param productionId of the production that the change needs; null where it needs none
   */
  record Saved(long version, Description now, @Nullable String productionId) implements Edited {}

  /** Somebody else was quicker: nothing was written. */
  record Outdated(long version, Description now) implements Edited {}

  /** There is no such capsule, or it was deleted. */
  record Gone() implements Edited {}
}

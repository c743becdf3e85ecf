package org.capsula.pipeline.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a chore went last, since the program began.
 *
 * @param startedAt null before the first time
 * @param endedAt null before the first time, and while it is being done
 * @param failure the sentence of what went wrong; null where nothing did
 */
public record ChoreRun(
    Chore chore, @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable String failure) {
  static ChoreRun never(Chore chore) {
    return new ChoreRun(chore, null, null, null);
  }

  static ChoreRun under(Chore chore, Instant startedAt) {
    return new ChoreRun(chore, startedAt, null, null);
  }

  ChoreRun ended(Instant now, @Nullable String sentence) {
    return new ChoreRun(chore, startedAt, now, sentence);
  }
}

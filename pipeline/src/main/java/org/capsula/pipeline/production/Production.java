package org.capsula.pipeline.production;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of the pipeline over one capsule's footage, as people see it.
 *
 * @param percent of the whole, from 0 to 100
 * @param reasonCode why it failed, or waits for another attempt; kebab-case
 * @param reason the same as a sentence
 * @param machineFault whether the reason lies with the machine, not with the footage
 * @param attempts how many were begun
 * @param token of the newest attempt; older ones may write nothing any more
 */
public record Production(
    String id,
    String capsuleId,
    State state,
    @Nullable String step,
    int percent,
    @Nullable String reasonCode,
    @Nullable String reason,
    boolean machineFault,
    int attempts,
    long token,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String editionId) {

  /** Where it stands. */
  public enum State {
    QUEUED("queued"),
    RUNNING("running"),
    DONE("done"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in the database and in JSON. */
    public String word() {
      return word;
    }

    /** Whether nothing will happen any more. */
    public boolean isEnd() {
      return this != QUEUED && this != RUNNING;
    }
  }
}

package org.capsula.pipeline.account.proof;

import java.time.Duration;
import java.time.Instant;

/**
 * One browser that has signed in.
 *
 * @param device browser and system, for its owner to tell it by
 * @param lastUsedAt to the minute
 * @param idle unused for so long, it ends
 * @param expiresAt it ends then, however much it is used
 */
public record SignInSession(
    String id,
    String accountId,
    String device,
    Instant startedAt,
    Instant lastUsedAt,
    Duration idle,
    Instant expiresAt) {

  /** How long a browser stays signed in. */
  public enum Stay {
    /** Until the browser is closed; on a machine that others use. */
    VISIT(Duration.ofHours(12), Duration.ofDays(7)),
    /** NIST SP 800-63B §4.1.3 has people sign in again after 30 days. */
    KEPT(Duration.ofDays(14), Duration.ofDays(30));

    private final Duration idle;
    private final Duration longest;

    Stay(Duration idle, Duration longest) {
      this.idle = idle;
      this.longest = longest;
    }

    public Duration idle() {
      return idle;
    }

    public Duration longest() {
      return longest;
    }
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt) || !now.isBefore(lastUsedAt.plus(idle));
  }
}

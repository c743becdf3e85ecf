package org.capsula.pipeline.account.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows in place of a person. It may do what its account may, until it is withdrawn.
 *
 * @param name its owner's word for the program
 * @param lastUsedAt to the minute; null before the first time
 */
public record AccessToken(
    String id, String accountId, String name, Instant madeAt, @Nullable Instant lastUsedAt) {
  private static final String MARK = "capsula_";

  public static Secret newSecret() {
    return Secret.random(MARK);
  }
}

package org.capsula.pipeline.account;

import java.time.Instant;

/**
 * Somebody who may come in.
 *
 * @param signInName as it is compared, see {@link SignInName}
 * @param shownName as people see it
 * @param disabled keeps its name and what it did, and lets nobody in
 * @param joined has chosen a password; not before its invitation was followed
 */
public record Account(
    String id,
    String signInName,
    String shownName,
    Role role,
    boolean disabled,
    boolean joined,
    Instant createdAt) {

  /** Whether it can still change who may come in. */
  boolean isActiveAdmin() {
    return role == Role.ADMIN && !disabled;
  }
}

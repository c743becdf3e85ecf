package org.capsula.server.people;

import org.capsula.pipeline.account.Account;

/**
 * An account, for programs.
 *
 * @param role {@code viewer}, {@code media}, {@code trainer} or {@code admin}
 * @param joined has chosen a password
 */
public record AccountJson(
    String id,
    String signInName,
    String shownName,
    String role,
    boolean disabled,
    boolean joined,
    String createdAt) {

  public static AccountJson of(Account account) {
    return new AccountJson(
        account.id(),
        account.signInName(),
        account.shownName(),
        account.role().word(),
        account.disabled(),
        account.joined(),
        account.createdAt().toString());
  }
}

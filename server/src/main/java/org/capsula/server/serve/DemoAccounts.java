package org.capsula.server.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Passwords;
import org.capsula.pipeline.account.proof.Secret;

/** An account of each role, so that whoever looks at the demo sees it with everybody's eyes. */
final class DemoAccounts {
  private static final int PASSWORD_LENGTH = 20;

  private DemoAccounts() {}

  /**
   * Each start gives them other passwords: only hashes are kept, and the newcomer of today has not
   * seen yesterday's console.
   *
   * @return password by sign-in name; nothing for an account that somebody has disabled
   */
  static Map<String, String> renewed(Running running) throws RefusedException {
    Accounts accounts = new Accounts(running.library().database(), running.clock());
    Passwords passwords = new Passwords();
    Map<String, String> told = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      Optional<Account> known = accounts.named(role.word());
      Account account =
          known.isPresent()
              ? known.get()
              : accounts.add(new NewAccount(role.word(), role.word(), role));
      if (!account.disabled()) {
        String password =
            Secret.random().text().replaceAll("[_-]", "").substring(0, PASSWORD_LENGTH);
        String hash = passwords.hash(password);
        running
            .library()
            .database()
            .useTransaction(s -> new AccountStore(s).setPasswordHash(account.id(), hash));
        told.put(account.signInName(), password);
      }
    }
    return told;
  }
}

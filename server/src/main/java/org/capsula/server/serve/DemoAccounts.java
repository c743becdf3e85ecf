package org.capsula.server.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** A file of the library that lists those that were made here, a line each. */
  private static final String NOTE = "demo-accounts";

  private DemoAccounts() {}

  /** Whether somebody else has an account; a demo that was taken into use is none any more. */
  static boolean areBesideOthers(Running running) throws IOException {
    Set<String> own = noted(running);
    return accounts(running).all().stream().anyMatch(account -> !own.contains(account.id()));
  }

  /**
   * Each start gives them other passwords: only hashes are kept, and the newcomer of today has not
   * seen yesterday's console.
   *
   * @return password by sign-in name; nothing for an account that somebody has disabled
   */
  static Map<String, String> renewed(Running running) throws IOException, RefusedException {
    Passwords passwords = new Passwords();
    Map<String, String> told = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      Optional<Account> known = accounts(running).named(role.word());
      Account account = known.isPresent() ? known.get() : added(role, running);
      if (!account.disabled() && noted(running).contains(account.id())) {
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

  /** Noted first: whoever is killed in between leaves an account that was never made. */
  private static Account added(Role role, Running running) throws IOException, RefusedException {
    Account account = accounts(running).checked(new NewAccount(role.word(), role.word(), role));
    Files.writeString(
        note(running),
        account.id() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
    running.library().database().useTransaction(s -> new AccountStore(s).insert(account));
    return account;
  }

  private static Set<String> noted(Running running) throws IOException {
    Path note = note(running);
    return Files.exists(note) ? Set.copyOf(Files.readAllLines(note)) : Set.of();
  }

  private static Path note(Running running) {
    return running.library().folder().resolve(NOTE);
  }

  private static Accounts accounts(Running running) {
    return new Accounts(running.library().database(), running.clock());
  }
}

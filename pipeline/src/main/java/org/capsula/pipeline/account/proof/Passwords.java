package org.capsula.pipeline.account.proof;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Hashes passwords, a few at a time: each takes 19 MiB and much of a core. */
public final class Passwords {
  private static final int SALT_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Turns turns;
  private final PasswordHash.Cost cost;

  /** Is checked where there is no account: how long an answer takes must not tell. */
  private final String nobodys;

  public Passwords() {
    this(PasswordHash.Cost.USUAL, Turns.USUAL);
  }

  Passwords(PasswordHash.Cost cost, Turns.Rule rule) {
    this.cost = cost;
    turns = new Turns(rule);
    byte[] nothing = new byte[SALT_BYTES];
    nobodys = new PasswordHash(cost, nothing, new byte[2 * SALT_BYTES]).toString();
  }

  /**
   * The PHC string to be kept.
   *
   * @throws BusyException where too many wait already
   */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return turns.inTurn(() -> PasswordHash.of(password, salt, cost).toString());
  }

  /**
   * Takes as long for no account as for any.
   *
   * @param kept null where nobody has such a password
   * @throws BusyException where too many wait already
   */
  public boolean matches(String password, @Nullable String kept) {
    PasswordHash hash = PasswordHash.parse(kept == null ? nobodys : kept);
    return turns.inTurn(() -> hash.isOf(password)) && kept != null;
  }

  /** Whether it was hashed at another cost than now, and is to be hashed again when next typed. */
  public boolean isOutdated(String kept) {
    return !PasswordHash.parse(kept).cost().equals(cost);
  }
}

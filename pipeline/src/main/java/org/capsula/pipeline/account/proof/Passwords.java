package org.capsula.pipeline.account.proof;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hashes passwords, a few at a time: each takes 19 MiB and much of a core. */
public final class Passwords {
  private static final int AT_ONCE = 2;

  /** More would only hold up requests that have nothing to do with it. */
  private static final int MOST_WAITING = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int SALT_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore turns = new Semaphore(AT_ONCE, /* fair= */ true);
  private final PasswordHash.Cost cost;

  /** Is checked where there is no account: how long an answer takes must not tell. */
  private final String nobodys;

  public Passwords() {
    this(PasswordHash.Cost.USUAL);
  }

  Passwords(PasswordHash.Cost cost) {
    this.cost = cost;
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
    return inTurn(() -> PasswordHash.of(password, salt, cost).toString());
  }

  /**
   * Takes as long for no account as for any.
   *
   * @param kept null where nobody has such a password
   * @throws BusyException where too many wait already
   */
  public boolean matches(String password, @Nullable String kept) {
    PasswordHash hash = PasswordHash.parse(kept == null ? nobodys : kept);
    return inTurn(() -> hash.isOf(password)) && kept != null;
  }

  /** Whether it was hashed at another cost than now, and is to be hashed again when next typed. */
  public boolean isOutdated(String kept) {
    return !PasswordHash.parse(kept).cost().equals(cost);
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (turns.getQueueLength() >= MOST_WAITING
          || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}

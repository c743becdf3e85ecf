package org.capsula.pipeline.account.proof;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few work at once; the others wait in line, and too many are sent away. */
final class Turns {
  /** Two hashes fill a small machine's memory and cores as far as they may. */
  static final Rule USUAL =
      new Rule(/* atOnce= */ 2, /* mostWaiting= */ 16, /* patience= */ Duration.ofSeconds(5));

  private final Semaphore places;
  private final Rule rule;

  /**
   * @param mostWaiting more would hold up requests that have nothing to do with it
   */
  record Rule(int atOnce, int mostWaiting, Duration patience) {}

  Turns(Rule rule) {
    this.rule = rule;
    places = new Semaphore(rule.atOnce(), /* fair= */ true);
  }

  /**
   * @throws BusyException where too many wait already, or this one has for too long
   */
  <T> T inTurn(Supplier<T> work) {
    if (!getsPlace()) {
      throw new BusyException();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private boolean getsPlace() {
    try {
      boolean room = places.availablePermits() > 0 || places.getQueueLength() < rule.mostWaiting();
      return room && places.tryAcquire(rule.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

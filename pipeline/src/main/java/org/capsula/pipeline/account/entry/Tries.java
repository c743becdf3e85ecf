package org.capsula.pipeline.account.entry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.Throttle;
import org.capsula.pipeline.account.proof.Throttle.Limit;

/**
 * How often a password may be tried. A browser that has signed in with an account before has tries
 * of its own, so that a stranger's cannot keep its owner out (“device cookies” of OWASP).
 */
final class Tries {
  private final Throttle throttle;

  Tries(Throttle throttle) {
    this.throttle = throttle;
  }

  /**
   * @param device that has signed in with this account before
   */
  static List<Limit> ofDevice(Secret device) {
    return List.of(new Limit("device " + device.sha256(), 10, Duration.ofSeconds(30)));
  }

  /** A class that signs in at once shares an address, and only failures count. */
  static List<Limit> ofStranger(String signInName, Visitor visitor) {
    String network = visitor.network();
    return List.of(
        new Limit("network " + network, 30, Duration.ofSeconds(10)),
        new Limit("network " + network + " name " + signInName, 5, Duration.ofMinutes(1)),
        new Limit("name " + signInName, 50, Duration.ofMinutes(1)));
  }

  static List<Limit> ofAccount(String accountId) {
    return List.of(new Limit("account " + accountId, 5, Duration.ofMinutes(1)));
  }

  static List<Limit> ofLinks(Visitor visitor) {
    return List.of(new Limit("links " + visitor.network(), 20, Duration.ofSeconds(10)));
  }

  /** What does not succeed uses up a try; what the machine kept from being tried does not. */
  <T> Optional<T> once(List<Limit> limits, Supplier<Optional<T>> attempt)
      throws TooManyTriesException {
    Optional<Duration> wait = throttle.take(limits);
    if (wait.isPresent()) {
      throw new TooManyTriesException(wait.get());
    }
    boolean failed = false;
    try {
      Optional<T> success = attempt.get();
      failed = success.isEmpty();
      return success;
    } finally {
      if (!failed) {
        throttle.giveBack(limits);
      }
    }
  }
}

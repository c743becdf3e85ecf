package org.capsula.pipeline.account.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may try. A try that succeeds is given back, so only failures use any up; they
 * come back with time, so nobody is kept out for ever.
 *
 * <p>For each key it keeps the instant at which all tries will be there again (the generic cell
 * rate algorithm of ATM Forum TM 4.1 §4.4.2).
 */
public final class Throttle {
  /** A few MB. The oldest go first, and by then have mostly come back. */
  private static final int MOST_KEYS = 20_000;

  /** Going through all keys costs less than one password. */
  private static final Duration SWEPT_EACH = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant sweptAt = Instant.MIN;
  private final Map<String, Instant> wholeAt =
      new LinkedHashMap<>(
          /* initialCapacity= */ 16, /* loadFactor= */ 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_KEYS;
        }
      };

  public Throttle(Clock clock) {
    this.clock = clock;
  }

  /**
   * One limit.
   *
   * @param key whose tries are counted together
   * @param tries at once
   * @param back after this time there is one more
   */
  public record Limit(String key, int tries, Duration back) {}

  /**
   * Takes a try of all of these, or of none.
   *
   * @return how long to wait where one has none left
   */
  public synchronized Optional<Duration> take(List<Limit> limits) {
    Instant now = clock.instant();
    sweep(now);
    Duration longest = Duration.ZERO;
    for (Limit limit : limits) {
      Duration wait = wait(limit, now);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    if (!longest.isZero()) {
      return Optional.of(longest);
    }
    for (Limit limit : limits) {
      wholeAt.put(limit.key(), wholeAt(limit, now).plus(limit.back()));
    }
    return Optional.empty();
  }

  /** What was taken did no harm. */
  public synchronized void giveBack(List<Limit> limits) {
    for (Limit limit : limits) {
      wholeAt.computeIfPresent(limit.key(), (key, whole) -> whole.minus(limit.back()));
    }
  }

  /** Whose tries are all back is as one who never tried. */
  private void sweep(Instant now) {
    if (sweptAt.isBefore(now.minus(SWEPT_EACH))) {
      wholeAt.values().removeIf(whole -> !whole.isAfter(now));
      sweptAt = now;
    }
  }

  /** How many have tries missing, or had them a moment ago. */
  synchronized int size() {
    return wholeAt.size();
  }

  private Instant wholeAt(Limit limit, Instant now) {
    Instant known = wholeAt.getOrDefault(limit.key(), now);
    return known.isAfter(now) ? known : now;
  }

  private Duration wait(Limit limit, Instant now) {
    Duration missing = Duration.between(now, wholeAt(limit, now)).plus(limit.back());
    Duration most = limit.back().multipliedBy(limit.tries());
    return missing.compareTo(most) > 0 ? missing.minus(most) : Duration.ZERO;
  }
}

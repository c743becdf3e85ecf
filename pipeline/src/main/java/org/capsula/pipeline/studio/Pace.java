package org.capsula.pipeline.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionHistoryStore.Cost;
import org.jspecify.annotations.Nullable;

/**
 * How fast this machine has produced lately. Bytes of footage tell the work only roughly: a film's
 * own progress is believed before them, once there is enough of it.
 *
 * @param millisAByte null while nothing was done that could tell
 */
record Pace(@Nullable Double millisAByte) {
  /** Reading a film takes about three of a hundred, and says nothing of how long encoding takes. */
  private static final int TELLING_PERCENT = 10;

  private static final Duration TELLING_TIME = Duration.ofSeconds(3);

  /** A result that an attempt before had finished costs nothing, and tells nothing. */
  private static final Duration REAL_WORK = Duration.ofMillis(500);

  /** The median: one film of slides must not make all others look quick. */
  static Pace of(List<Cost> costs) {
    List<Double> rates =
        costs.stream()
            .filter(cost -> cost.bytes() > 0 && cost.took().compareTo(REAL_WORK) > 0)
            .map(cost -> (double) cost.took().toMillis() / cost.bytes())
            .sorted()
            .toList();
    return new Pace(rates.isEmpty() ? null : rates.get(rates.size() / 2));
  }

  /** This one, or where nothing was done before, what the running production tells. */
  Pace or(Production running, long bytes, Instant now) {
    if (millisAByte != null || bytes <= 0) {
      return this;
    }
    return ownPace(running, now)
        .map(whole -> new Pace((double) whole.toMillis() / bytes))
        .orElse(this);
  }

  /** Of a production that has not begun. */
  Optional<Duration> whole(long bytes) {
    return Optional.ofNullable(millisAByte)
        .map(millis -> Duration.ofMillis(Math.round(millis * bytes)));
  }

  /** Of a running one. */
  Optional<Duration> left(Production running, long bytes, Instant now) {
    Optional<Duration> own = ownPace(running, now);
    Duration elapsed = elapsed(running, now);
    if (own.isPresent()) {
      return own.map(whole -> whole.minus(elapsed));
    }
    return whole(bytes).map(whole -> atLeast(whole.dividedBy(20), whole.minus(elapsed)));
  }

  /** How long all of it will have taken, as far as it tells by itself. */
  private static Optional<Duration> ownPace(Production running, Instant now) {
    Duration elapsed = elapsed(running, now);
    if (running.percent() < TELLING_PERCENT || elapsed.compareTo(TELLING_TIME) < 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(elapsed.toMillis() * 100 / running.percent()));
  }

  private static Duration elapsed(Production running, Instant now) {
    Instant started = running.startedAt();
    Duration elapsed = started == null ? Duration.ZERO : Duration.between(started, now);
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }

  private static Duration atLeast(Duration least, Duration value) {
    return value.compareTo(least) < 0 ? least : value;
  }
}

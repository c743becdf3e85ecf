package org.capsula.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.capsula.server.http.Answered;

/**
 * Counts requests. Labels are words of ours alone (routes by their patterns, statuses by their
 * class), so nobody can fill the memory with addresses that do not exist.
 */
final class RequestMetrics implements Answered.Listener {
  /** From an answer out of memory to a film that a phone takes minutes for. */
  private static final Duration[] STEPS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1)
  };

  private final MeterRegistry registry;

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void heard(Answered answered) {
    Timer.builder("capsula.requests")
        .description("Requests by route and class of status.")
        .tags("method", answered.method(), "route", answered.pattern())
        .tags("status", answered.status() / 100 + "xx")
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record(answered.time());
    bytes("capsula.received", "Bytes of content received; uploads among them.", answered)
        .increment((double) answered.received());
    bytes("capsula.sent", "Bytes of content sent.", answered).increment((double) answered.sent());
  }

  private Counter bytes(String name, String description, Answered answered) {
    return Counter.builder(name)
        .description(description)
        .baseUnit("bytes")
        .tags("route", answered.pattern())
        .register(registry);
  }
}

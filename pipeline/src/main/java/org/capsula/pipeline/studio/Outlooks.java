package org.capsula.pipeline.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;

/** What is to be expected of all productions that have not ended. */
final class Outlooks {
  private final Map<String, Long> bytes;
  private final int atOnce;
  private final Instant now;

  /**
   * @param bytes of footage, by capsule
   * @param atOnce how many run side by side
   */
  Outlooks(Map<String, Long> bytes, int atOnce, Instant now) {
    this.bytes = bytes;
    this.atOnce = atOnce;
    this.now = now;
  }

  /**
   * By production.
   *
   * @param waiting the queue's order
   */
  Map<String, Outlook> of(List<Production> underWay, List<String> waiting, Pace known) {
    Map<String, Outlook> outlooks = new HashMap<>();
    List<Production> running =
        underWay.stream().filter(production -> production.state() == State.RUNNING).toList();
    Pace pace = known;
    for (Production production : running) {
      pace = pace.or(production, bytes(production), now);
    }
    Optional<Duration> ahead = Optional.of(Duration.ZERO);
    for (Production production : running) {
      Optional<Duration> left = pace.left(production, bytes(production), now);
      outlooks.put(production.id(), new Outlook(null, left.orElse(null)));
      ahead = sum(ahead, left);
    }
    Pace believed = pace;
    int place = 1;
    for (Production production : inOrder(underWay, waiting)) {
      Optional<Duration> own = believed.whole(bytes(production));
      Optional<Duration> done = sum(ahead.map(work -> work.dividedBy(atOnce)), own);
      outlooks.put(production.id(), new Outlook(place++, done.orElse(null)));
      ahead = sum(ahead, own);
    }
    return outlooks;
  }

  private static List<Production> inOrder(List<Production> underWay, List<String> waiting) {
    Map<String, Production> queued =
        underWay.stream()
            .filter(production -> production.state() == State.QUEUED)
            .collect(Collectors.toMap(Production::id, Function.identity()));
    return waiting.stream().filter(queued::containsKey).map(queued::get).toList();
  }

  private long bytes(Production production) {
    return bytes.getOrDefault(production.capsuleId(), 0L);
  }

  private static Optional<Duration> sum(Optional<Duration> one, Optional<Duration> other) {
    return one.flatMap(first -> other.map(first::plus));
  }
}

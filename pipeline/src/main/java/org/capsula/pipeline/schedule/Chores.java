package org.capsula.pipeline.schedule;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All chores of the program, and how each went last. Whoever likes may crank one by hand. */
public final class Chores {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  private final Clock clock;
  private final Map<String, Chore> byName = new LinkedHashMap<>();
  private final Map<String, ChoreRun> last = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  public Chores(Clock clock, List<Chore> chores) {
    this.clock = clock;
    for (Chore chore : chores) {
      if (byName.put(chore.name(), chore) != null) {
        throw new IllegalArgumentException("two chores named " + chore.name());
      }
      last.put(chore.name(), ChoreRun.never(chore));
    }
  }

  Collection<Chore> all() {
    return byName.values();
  }

  /** In the order in which they were given. */
  public List<ChoreRun> runs() {
    return byName.keySet().stream().map(this::last).toList();
  }

  /** How the chore of this name went last. */
  public ChoreRun last(String name) {
    ChoreRun run = last.get(name);
    if (run == null) {
      throw new IllegalArgumentException("no chore is named " + name);
    }
    return run;
  }

  /**
   * Does it now, and returns when it is done.
   *
   * @return false where it is just being done, and was left to itself
   */
  public boolean run(String name) {
    Chore chore = last(name).chore();
    if (!underWay.add(name)) {
      return false;
    }
    try {
      ChoreRun run = ChoreRun.under(chore, clock.instant());
      last.put(name, run);
      String failure = failure(chore);
      last.put(name, run.ended(clock.instant(), failure));
      return true;
    } finally {
      underWay.remove(name);
    }
  }

  /** When the chore of this name should be done besides. */
  Optional<Instant> next(String name) {
    try {
      return last(name).chore().next().after(clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("it is not known when {} is to be done next; it is done in its turn", name, e);
      return Optional.empty();
    }
  }

  boolean isIdle() {
    return underWay.isEmpty();
  }

  private @Nullable String failure(Chore chore) {
    try {
      chore.work().run(clock.instant());
      return null;
    } catch (IOException | RuntimeException e) {
      LOG.warn("the chore {} failed; it is tried again in {}", chore.name(), chore.every(), e);
      String sentence = e.getMessage();
      return sentence == null ? e.getClass().getSimpleName() : sentence;
    }
  }
}

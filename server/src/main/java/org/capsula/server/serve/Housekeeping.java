package org.capsula.server.serve;

import java.time.Clock;
import java.util.List;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.schedule.Chore;
import org.capsula.pipeline.schedule.ChoreClock;
import org.capsula.server.metrics.Metrics;
import org.capsula.server.system.Operations;

/** What is done by itself, and what is counted meanwhile. */
public record Housekeeping(Operations operations, ChoreClock clock, Metrics metrics)
    implements AutoCloseable {

  /**
   * @param chores of other features
   */
  public static Housekeeping of(Library library, Clock clock, List<Chore> chores) {
    Operations operations = Operations.of(library, clock, chores);
    return new Housekeeping(
        operations,
        ChoreClock.of(operations.chores(), library.database()),
        new Metrics(library, operations.disk()));
  }

  void start() {
    clock.start();
  }

  /** Of a machine that only helps: what any may do. */
  void startShared() {
    clock.startShared();
  }

  @Override
  public void close() {
    clock.close();
    metrics.close();
  }
}

package org.capsula.server.serve;

import java.util.function.Consumer;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.server.console.Console;
import org.capsula.server.console.ProgressLine;
import org.jspecify.annotations.Nullable;

/** Waits for productions and shows how far they are. */
final class Waiting {
  private static final long LOOK_MILLIS = 250;

  private Waiting() {}

  /**
   * How a production ended.
   *
   * @param state {@code done}, {@code failed} or {@code cancelled}
   * @param reason a sentence; null when done
   */
  record End(String state, @Nullable String reason, boolean machineFault) {
    boolean isDone() {
      return state.equals(State.DONE.word());
    }
  }

  static End forEnd(
      Running running, String productionId, String name, Console console, Consumer<String> tell)
      throws InterruptedException {
    Production production;
    try (ProgressLine line = console.progress(name)) {
      production = find(running, productionId);
      while (!production.state().isEnd()) {
        show(line, production);
        Thread.sleep(LOOK_MILLIS);
        production = find(running, productionId);
      }
    }
    End end =
        new End(
            production.state().word(),
            production.state() == State.DONE ? null : production.reason(),
            production.machineFault());
    tell.accept(end.reason() == null ? name + ": " + end.state() : String.valueOf(end.reason()));
    return end;
  }

  private static Production find(Running running, String id) {
    return running
        .library()
        .database()
        .look(session -> new ProductionStore(session).find(id))
        .orElseThrow();
  }

  private static void show(ProgressLine line, Production production) {
    String step = production.step();
    if (step != null) {
      line.at(step, production.percent());
    }
  }
}

package org.capsula.server.safekeeping;

import org.capsula.pipeline.inventory.Watcher;
import org.capsula.server.console.ProgressLine;

/** Shows on a terminal how far the work on many files is. */
public final class Bar {
  private Bar() {}

  public static Watcher on(ProgressLine line) {
    return (doing, done, all) ->
        line.at(doing, all <= 0 ? 0 : (int) Math.min(100, done * 100.0 / all));
  }
}

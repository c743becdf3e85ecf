package org.capsula.server;

import java.time.Clock;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.server.serve.Running;

/** All that works on a library, and does nothing by itself: no queue and no clock was started. */
public final class AtRest {
  private AtRest() {}

  public static Running over(Library library, Clock clock) {
    return Running.over(library, new Producer(), clock, QueueSettings.DEFAULT, said -> {});
  }
}

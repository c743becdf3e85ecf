package org.capsula.media.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans in which something holds, without those that are too short to matter. */
final class SpanCollector {
  private final Duration shortest;
  private final Duration interruption;
  private final List<Span> spans = new ArrayList<>();
  private @Nullable Duration since;
  private @Nullable Duration until;

  /**
   * @param interruption what does not part two spans, if it is no longer
   */
  SpanCollector(Duration shortest, Duration interruption) {
    this.shortest = shortest;
    this.interruption = interruption;
  }

  /** It holds from one time to another; calls come in the order of time. */
  void add(Duration start, Duration end) {
    if (until != null && start.minus(until).compareTo(interruption) > 0) {
      close();
    }
    since = since == null ? start : since;
    until = until == null || end.compareTo(until) > 0 ? end : until;
  }

  private void close() {
    if (since != null && until != null && until.minus(since).compareTo(shortest) >= 0) {
      spans.add(new Span(since, until));
    }
    since = null;
    until = null;
  }

  /** To be asked when all is added. */
  List<Span> spans() {
    close();
    return List.copyOf(spans);
  }
}

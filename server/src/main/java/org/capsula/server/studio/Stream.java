package org.capsula.server.studio;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.studio.StudioList;

/**
 * One stream of events. Each event is all that is to be known, so that a client that missed some,
 * or comes back, needs nothing but the next.
 */
final class Stream {
  /** How soon it is noticed that the stream is to end. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Board board;
  private final Streams.Settings settings;
  private final Streams.Sink sink;
  private final StudioWords words;

  Stream(Board board, Streams.Settings settings, Streams.Sink sink, StudioWords words) {
    this.board = board;
    this.settings = settings;
    this.sink = sink;
    this.words = words;
  }

  /**
   * @param revision of the list, but for what is under way
   * @param productions all that are queued or running
   */
  record Snapshot(String revision, List<ProductionJson> productions) {}

  /**
   * Returns when the stream is over.
   *
   * @param open whether the server is not stopping
   * @param seat may be taken by a newer stream
   * @param stillIn whether the listener may still listen
   */
  void run(BooleanSupplier open, Streams.Seat seat, BooleanSupplier stillIn) throws Exception {
    long start = System.nanoTime();
    long lastWord = start;
    long lastCheck = start;
    long version = 0;
    while (open.getAsBoolean() && !sink.isOver() && isWithin(settings.longest(), start)) {
      if (seat.isDisplaced()) {
        sink.event("full", "", "{}");
        return;
      }
      if (!isWithin(settings.recheck(), lastCheck)) {
        lastCheck = System.nanoTime();
        if (!stillIn.getAsBoolean()) {
          sink.event("end", "", "{}");
          return;
        }
      }
      Board.Posted posted = board.await(version, pause(lastWord));
      if (posted.version() != version) {
        version = posted.version();
        sink.event("state", posted.pulse().revision(), Json.compact(snapshot(posted.pulse())));
        lastWord = System.nanoTime();
      } else if (pause(lastWord).toMillis() <= 0) {
        sink.heartbeat();
        lastWord = System.nanoTime();
      }
    }
  }

  private static boolean isWithin(Duration time, long since) {
    return System.nanoTime() - since < time.toNanos();
  }

  /** Until the next heartbeat, or the next look at whether it may go on. */
  private Duration pause(long lastWord) {
    Duration silent = Duration.ofNanos(System.nanoTime() - lastWord);
    Duration left = settings.heartbeat().minus(silent);
    return left.compareTo(LOOK) < 0 ? left : LOOK;
  }

  private Snapshot snapshot(StudioList.Pulse pulse) {
    return new Snapshot(
        pulse.revision(),
        pulse.underWay().stream()
            .map(work -> ProductionJson.of(work.production(), work.outlook(), words))
            .toList());
  }
}

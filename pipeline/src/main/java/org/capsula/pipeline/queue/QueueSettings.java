package org.capsula.pipeline.queue;

import java.time.Duration;

/**
 * How the queue works.
 *
 * @param atOnce productions side by side. One by default: an encoder takes all cores it finds, so
 *     two films at once are each half as fast
 * @param poll how soon a queued production is seen
 * @param heartbeat how often a worker says that it lives; silent for four of them, its productions
 *     are taken from it
 * @param lease how long a decoder may give no sign of life before it is ended. Decoders speak every
 *     second while they get anywhere
 * @param attempts how often the machine's failures are tried again, the first included
 * @param pause before the second attempt; doubled before each further one
 */
public record QueueSettings(
    int atOnce, Duration poll, Duration heartbeat, Duration lease, int attempts, Duration pause) {

  public static final QueueSettings DEFAULT =
      new QueueSettings(
          /* atOnce= */ 1,
          /* poll= */ Duration.ofSeconds(1),
          /* heartbeat= */ Duration.ofSeconds(5),
          /* lease= */ Duration.ofMinutes(2),
          /* attempts= */ 3,
          /* pause= */ Duration.ofSeconds(10));

  public QueueSettings withAtOnce(int other) {
    return new QueueSettings(other, poll, heartbeat, lease, attempts, pause);
  }

  /**
   * @param attempt the one that failed, from 1
   */
  Duration pauseAfter(int attempt) {
    return pause.multipliedBy(1L << Math.min(10, attempt - 1));
  }
}

package org.capsula.media.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where nothing is heard: below what a microphone gives of an empty room. */
public final class SilenceWatch {
  /** Room noise of ordinary recorders stands above. */
  private static final double SILENCE_DBFS = -60;

  private static final Duration SHORTEST = Duration.ofSeconds(10);

  /** The times of frames are rounded; a frame that is missing takes longer. */
  private static final Duration ROUNDING = Duration.ofMillis(5);

  private final SpanCollector silence = new SpanCollector(SHORTEST, ROUNDING);
  private @Nullable Duration until;

  /**
   * One block after another. Where a block is missing, nothing is heard either.
   *
   * @param level what was heard in it
   */
  public void accept(Span block, LevelMeter level) {
    if (until != null && block.start().minus(until).compareTo(ROUNDING) > 0) {
      silence.add(until, block.start());
    }
    if (level.decibels() < SILENCE_DBFS) {
      silence.add(block.start(), block.end());
    }
    until = block.end();
  }

  /** Ten seconds or more each. */
  public List<Span> spans() {
    return silence.spans();
  }
}

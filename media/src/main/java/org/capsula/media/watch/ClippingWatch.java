package org.capsula.media.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where sound was recorded too loud, so that its waves are cut off at full scale. */
public final class ClippingWatch {
  private static final Duration WINDOW = Duration.ofMillis(500);

  /**
   * A voice swings a hundred times a second or more. Loud consonants cut off a few of these; a tenth
   * of them sounds broken.
   */
  private static final int MANY_RUNS = 5;

  /** A knock at the microphone is shorter. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Between words. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final SpanCollector clipped = new SpanCollector(SHORTEST, PAUSE);
  private @Nullable Duration window;
  private int runs;

  /** One block after another. */
  public void accept(Span block, LevelMeter level) {
    window = window == null ? block.start() : window;
    runs += level.clippedRuns();
    if (block.end().minus(window).compareTo(WINDOW) >= 0) {
      if (runs >= MANY_RUNS) {
        clipped.add(window, block.end());
      }
      window = null;
      runs = 0;
    }
  }

  /** A second or more each, pauses between words included. */
  public List<Span> spans() {
    return clipped.spans();
  }
}

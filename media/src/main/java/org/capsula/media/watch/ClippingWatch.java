package org.capsula.media.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where sound was recorded too loud, so that its waves are cut off at full scale. */
public final class ClippingWatch {
  private static final Duration WINDOW = Duration.ofMillis(500);

  /**
   * Films that were mastered loud reach a thousandth in their loudest moments, and nobody minds. A
   * voice that is overdriven by 6 dB spends a hundredth of its time there and more.
   */
  private static final double MUCH = 0.003;

  /** A knock at the microphone is shorter. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Between words. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final SpanCollector clipped = new SpanCollector(SHORTEST, PAUSE);
  private @Nullable Duration window;
  private int clippedSamples;
  private int samples;

  /** One block after another. */
  public void accept(Span block, LevelMeter level) {
    window = window == null ? block.start() : window;
    clippedSamples += level.clippedSamples();
    samples += level.samples();
    if (block.end().minus(window).compareTo(WINDOW) >= 0) {
      if (clippedSamples > MUCH * samples) {
        clipped.add(window, block.end());
      }
      window = null;
      clippedSamples = 0;
      samples = 0;
    }
  }

  /** A second or more each, pauses between words included. */
  public List<Span> spans() {
    return clipped.spans();
  }
}

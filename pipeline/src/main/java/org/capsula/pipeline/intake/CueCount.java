package org.capsula.pipeline.intake;

import java.util.Optional;

/**
 * How many cues a film's subtitle file may have. Everything after reading takes time and memory for
 * each, in pages and players too; a file beyond all measure is a mistake or an attack.
 */
public final class CueCount {
  /** A day of dialogue. */
  public static final int MOST = 20_000;

  private CueCount() {}

  /** What is wrong with so many, as a part of a sentence; empty where nothing is. */
  public static Optional<String> fault(int cues) {
    return cues <= MOST
        ? Optional.empty()
        : Optional.of(
            "it has %d cues, and a film has a few thousand at most; split or check the file"
                .formatted(cues));
  }
}

package org.capsula.pipeline.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param file the footage's path as it was given
 * @param capsuleId null when refused
 * @param slug null when refused
 * @param productionId null where nothing was queued
 * @param sentences what a person should know, one sentence each; the reason first when refused
 */
public record Outcome(
    String file,
    State state,
    @Nullable String capsuleId,
    @Nullable String slug,
    @Nullable String productionId,
    List<String> sentences) {
  public Outcome {
    sentences = List.copyOf(sentences);
  }

  static Outcome refused(String file, String sentence) {
    return new Outcome(file, State.REFUSED, null, null, null, List.of(sentence));
  }

  /** In the order of how much happened. */
  public enum State {
    /** Nothing can be made of it. */
    REFUSED,
    /** All of it is in the library already. */
    KNOWN,
    /** The footage is; side-cars were added or changed. */
    UPDATED,
    /** A new capsule. */
    ADDED
  }
}

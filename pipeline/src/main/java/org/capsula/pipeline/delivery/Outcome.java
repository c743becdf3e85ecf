package org.capsula.pipeline.delivery;

import java.util.List;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param file the footage's path as it was given
 * @param capsuleId null when refused; not where it is a deleted one's
 * @param slug null when refused; not where it is a deleted one's
 * @param productionId the one that makes it, queued now or before; null where none is to come
 * @param leftOut how many of its side-cars could not be taken
 * @param sentences what a person should know, one sentence each; the reason first when refused
 */
public record Outcome(
    String file,
    State state,
    @Nullable String capsuleId,
    @Nullable String slug,
    @Nullable String productionId,
    int leftOut,
    List<String> sentences) {
  public Outcome {
    sentences = List.copyOf(sentences);
  }

  static Outcome refused(String file, String sentence) {
    return new Outcome(file, State.REFUSED, null, null, null, 0, List.of(sentence));
  }

  /** Of footage that somebody has deleted, and may take back. */
  static Outcome deleted(String file, String footageName, Capsule capsule) {
    String sentence =
        "%s: is “%s”, which was deleted; take it back in the studio, under “Deleted”, or deliver it again when it is gone for good."
            .formatted(footageName, capsule.slug());
    return new Outcome(
        file, State.REFUSED, capsule.id(), capsule.slug(), null, 0, List.of(sentence));
  }

  /** Of a delivery at which the machine failed. */
  public static Outcome failed(String file, String sentence) {
    return new Outcome(file, State.FAILED, null, null, null, 0, List.of(sentence));
  }

  /** In the order of how much happened. */
  public enum State {
    /** The machine could not; worth another try when it is mended. */
    FAILED,
    /** Nothing can be made of it. */
    REFUSED,
    /** All of it is in the library already. */
    KNOWN,
    /** The footage is; side-cars were added or changed. */
    UPDATED,
    /** A new capsule. */
    ADDED;

    /** Whether the footage is in the library, and fit for it. */
    public boolean isIn() {
      return compareTo(KNOWN) >= 0;
    }
  }
}

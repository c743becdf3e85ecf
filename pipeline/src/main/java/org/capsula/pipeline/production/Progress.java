package org.capsula.pipeline.production;

import java.util.Locale;
import org.capsula.media.decoder.DecoderProcess;

/** Is told how far a production has come. */
public interface Progress {
  /**
   * @param percent of the whole production, from 0 to 100, never falling
   */
  void at(Step step, int percent);

  /** A decoder process was started for it; it ends with the production. */
  default void begins(DecoderProcess decoder) {}

  /** What a production does, in this order. */
  enum Step {
    INSPECTING,
    TRANSCODING,
    PACKAGING;

    /** The word in the database and in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

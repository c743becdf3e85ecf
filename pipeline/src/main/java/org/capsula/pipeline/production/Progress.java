package org.capsula.pipeline.production;

/** Is told how far a production has come. */
public interface Progress {
  /**
   * @param percent of the whole production, from 0 to 100, never falling
   */
  void at(Step step, int percent);

  /** What a production does, in this order. */
  enum Step {
    INSPECTING,
    TRANSCODING,
    PACKAGING
  }
}

package org.capsula.pipeline.queue;

/** The attempt may not go on: somebody cancelled the production, or another attempt has it now. */
final class StoppedException extends RuntimeException {
  StoppedException() {
    super("stopped");
  }
}

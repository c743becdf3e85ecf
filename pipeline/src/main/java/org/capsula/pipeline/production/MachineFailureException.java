package org.capsula.pipeline.production;

/** The machine's fault, not the input's: trying again elsewhere or later can help. */
public final class MachineFailureException extends RuntimeException {
  public MachineFailureException(String message, Throwable cause) {
    super(message, cause);
  }
}

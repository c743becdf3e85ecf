package org.capsula.media.decoder;

/** The decoder process ended or failed for a reason that is not in the footage. */
public final class DecoderFailedException extends RuntimeException {
  private final boolean diskFull;

  DecoderFailedException(String message, boolean diskFull) {
    super(message);
    this.diskFull = diskFull;
  }

  public boolean isDiskFull() {
    return diskFull;
  }
}

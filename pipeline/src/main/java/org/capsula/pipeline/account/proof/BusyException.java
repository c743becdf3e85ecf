package org.capsula.pipeline.account.proof;

/** Too many passwords are being checked at this moment; the next one may be tried soon. */
public final class BusyException extends RuntimeException {
  BusyException() {
    super("too many passwords are being checked");
  }
}

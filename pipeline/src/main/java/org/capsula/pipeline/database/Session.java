package org.capsula.pipeline.database;

import org.jdbi.v3.core.Handle;

/**
 * One transaction, or one look. Stores are made over it and are worth nothing after it; it does not
 * leave the method that was given it.
 */
public final class Session {
  private final Handle handle;

  Session(Handle handle) {
    this.handle = handle;
  }

  /** For stores. */
  public Handle handle() {
    return handle;
  }
}

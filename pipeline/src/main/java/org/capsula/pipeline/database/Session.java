package org.capsula.pipeline.database;

import java.sql.Connection;
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

  /** The transaction's own connection, for libraries that must write within it. */
  public Connection connection() {
    return handle.getConnection();
  }

  /** For stores. */
  public Handle handle() {
    return handle;
  }
}

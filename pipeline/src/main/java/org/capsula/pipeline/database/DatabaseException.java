package org.capsula.pipeline.database;

import java.util.Optional;

/** The machine keeps the database from working. The message is a sentence for its user. */
public final class DatabaseException extends RuntimeException {
  DatabaseException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What lies with the machine; empty for everything else. */
  static Optional<DatabaseException> of(Engine engine, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> trouble = engine.trouble(cause);
      if (trouble.isPresent()) {
        return Optional.of(new DatabaseException(trouble.get(), failure));
      }
    }
    return Optional.empty();
  }
}

package org.capsula.pipeline.database;

import org.jspecify.annotations.Nullable;

/** A database that this program must not touch. The message is a sentence for its user. */
public final class SchemaException extends RuntimeException {
  SchemaException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}

package org.capsula.pipeline.library;

import org.jspecify.annotations.Nullable;

/** A library that cannot be opened now. The message is a sentence for its user. */
public final class LibraryException extends RuntimeException {
  LibraryException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}

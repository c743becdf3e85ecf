package org.capsula.pipeline.delivery;

import org.jspecify.annotations.Nullable;

/** The disk could not take a delivery. The message is a sentence for whoever waits. */
public final class StorageException extends RuntimeException {
  StorageException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}

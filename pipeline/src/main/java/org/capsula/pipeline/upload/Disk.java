package org.capsula.pipeline.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.capsula.pipeline.database.DatabaseException;

/** Tells a full disk, at which somebody can do something, from a failing one. */
final class Disk {
  private Disk() {}

  static boolean isFull(UncheckedIOException e) {
    IOException cause = e.getCause();
    return cause != null && isFull(cause);
  }

  static boolean isFull(IOException e) {
    // The words are those of the operating system, which Java passes on.
    String words = String.valueOf(e.getMessage());
    return words.contains("No space left") || words.contains("quota exceeded");
  }

  static boolean isFull(DatabaseException e) {
    return String.valueOf(e.getMessage()).contains("is full");
  }

  static UploadRefusedException fullOr(DatabaseException e) {
    if (isFull(e)) {
      return full();
    }
    throw e;
  }

  static UploadRefusedException fullOr(IOException e) {
    if (isFull(e)) {
      return full();
    }
    throw new UncheckedIOException(e);
  }

  private static UploadRefusedException full() {
    return new UploadRefusedException(
        Refusal.NO_SPACE,
        "The library's disk is full; what has come so far is kept, and goes on when there is space.");
  }
}

package org.capsula.pipeline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The machine keeps the database from working. The message is a sentence for its user. */
public final class DatabaseException extends RuntimeException {
  DatabaseException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What lies with the machine; empty for everything else. */
  static Optional<DatabaseException> of(Path file, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException refused) {
        String sentence = isFull(file) ? full(file) : sentence(file, refused.getResultCode());
        return sentence.isEmpty()
            ? Optional.empty()
            : Optional.of(new DatabaseException(sentence, failure));
      }
    }
    return Optional.empty();
  }

  private static String full(Path file) {
    return "The disk of " + file + " is full; free some space and start again.";
  }

  /** SQLite has many words for it; so does a disk that has bytes left but no room for a name. */
  static boolean isFull(Path file) {
    try {
      Path probe = Files.createTempFile(file.toAbsolutePath().getParent(), "probe", null);
      try {
        Files.write(probe, new byte[64 * 1024]);
      } finally {
        Files.delete(probe);
      }
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("No space left");
    }
  }

  /** By the primary code, which is the lowest byte (sqlite.org/rescode.html); empty for others. */
  private static String sentence(Path file, SQLiteErrorCode code) {
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_FULL -> full(file);
      case SQLITE_IOERR ->
          "The disk of "
              + file
              + " cannot be read or written ("
              + code.name()
              + "); see whether it is full, or failing, and start again.";
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          file
              + " is damaged, or no database of Capsula's; put a backup in its place, or choose"
              + " another --library.";
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
          file + " cannot be written; check its permissions, or choose another --library.";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          file + " is held by another program for too long; end that one and start again.";
      default -> "";
    };
  }
}

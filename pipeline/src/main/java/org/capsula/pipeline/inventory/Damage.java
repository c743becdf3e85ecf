package org.capsula.pipeline.inventory;

import java.util.List;
import java.util.Locale;

/**
 * Where a library is not as its database says.
 *
 * @param path from the library's folder
 * @param capsules whose it is, by their addresses; empty where nobody knows
 * @param reason of a file that cannot be read, or of the database; else empty
 */
public record Damage(Kind kind, String path, List<String> capsules, String reason) {

  /** What is wrong. */
  public enum Kind {
    MISSING("is missing"),
    CHANGED("is not what was stored"),
    UNREADABLE("cannot be read"),
    DATABASE("is damaged"),
    /** No damage: nothing is lost, and the server removes it in its time. */
    UNKNOWN("is named by nothing in the database");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Stable, for programs. */
    public String code() {
      return "library-file-" + name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isLoss() {
    return kind != Kind.UNKNOWN;
  }

  /** What and where. */
  public String sentence() {
    return path
        + " "
        + kind.words
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + (capsules.isEmpty() ? "" : ", of " + String.join(", ", capsules));
  }

  /** What to do. */
  public String action() {
    return switch (kind) {
      case MISSING, CHANGED -> "copy it from the same place in a backup that is a folder";
      case UNREADABLE ->
          "see whether its permissions are right or the disk is failing, else copy it from the same"
              + " place in a backup that is a folder";
      case DATABASE -> "restore a backup into another folder and go on with that";
      case UNKNOWN ->
          "leave it: the server removes it 30 days after it has first seen it, unless it is named"
              + " by then";
    };
  }
}

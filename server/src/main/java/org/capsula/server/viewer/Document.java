package org.capsula.server.viewer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes with a capsule.
 *
 * @param title null where nobody gave it one: then its kind, else its file name stands for it
 * @param kind {@code tool-sheet}, {@code guide} …; other words are shown as they stand; null if
 *     none
 * @param fileName as it is saved; its ending says the format
 */
public record Document(
    @Nullable Text title, @Nullable String kind, String address, String fileName, long bytes) {

  /** PDF, DOCX; empty where the name has no ending. */
  public String format() {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toUpperCase(Locale.ROOT);
  }
}

package org.capsula.server.safekeeping;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** What a disk refused, as a sentence. */
public final class DiskTrouble {
  private DiskTrouble() {}

  /**
   * @param place that was being written
   * @param option which names it
   */
  public static String sentence(Path place, String option, IOException e) {
    if (String.valueOf(e.getMessage()).contains("No space left")) {
      return "The disk of "
          + place
          + " is full, and nothing was left there; free some space, or choose another "
          + option
          + ".";
    }
    boolean named = e instanceof FileSystemException;
    String file = named ? ((FileSystemException) e).getFile() : null;
    String reason = named ? ((FileSystemException) e).getReason() : e.getMessage();
    return Objects.requireNonNullElse(file, place.toString())
        + " cannot be read or written ("
        + Objects.requireNonNullElse(reason, e.getClass().getSimpleName())
        + "); check permissions and disk, or choose another "
        + option
        + ".";
  }
}

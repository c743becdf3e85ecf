package org.capsula.server.safekeeping;

import java.util.Locale;

/** How much it was, for people. */
public final class Amount {
  private Amount() {}

  public static String of(long files, long bytes) {
    return files + (files == 1 ? " file, " : " files, ") + size(bytes);
  }

  private static String size(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}

package org.capsula.pipeline.backup;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.inventory.Held;
import org.capsula.pipeline.storage.Sha256;

/**
 * The hash of every file of a backup, as {@code SHA256SUMS}: {@code sha256sum -c} reads it too.
 *
 * @param byPath lower-case hex
 */
record Sums(Map<String, String> byPath) {
  static final String NAME = "SHA256SUMS";
  static final String DATABASE = "capsula.db";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

  Sums {
    byPath = Collections.unmodifiableMap(new TreeMap<>(byPath));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    byPath.forEach((path, sha256) -> text.append(sha256).append("  ").append(path).append('\n'));
    return text.toString();
  }

  String sha256() {
    return Sha256.of(text());
  }

  /** Whether a path may stand in a backup: none leads out of it, or to anything else. */
  static boolean isPath(String path) {
    return path.equals(DATABASE) || Held.isPath(path);
  }

  /**
   * @throws RefusedBackupException for a line that no backup of ours has
   */
  static Sums read(String text) throws RefusedBackupException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : text.lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw strange(line);
      }
      String path = parts.group(2);
      String sha256 = parts.group(1);
      boolean fits = path.equals(DATABASE) || Held.fits(path, sha256);
      if (!fits || sums.put(path, sha256) != null) {
        throw strange(line);
      }
    }
    return new Sums(sums);
  }

  private static RefusedBackupException strange(String line) {
    return new RefusedBackupException(
        "its "
            + NAME
            + " has a line that no backup has (“"
            + (line.length() > 200 ? line.substring(0, 200) + "…" : line)
            + "”); somebody changed it, so take another backup.");
  }
}

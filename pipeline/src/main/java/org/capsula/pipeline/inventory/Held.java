package org.capsula.pipeline.inventory;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that the database says is in storage.
 *
 * @param path from the library's folder, with slashes on every system
 * @param sha256 lower-case hex
 */
public record Held(String path, long bytes, String sha256) {
  private static final Pattern FILE = Pattern.compile("files/([0-9a-f]{2})/(\\1[0-9a-f]{62})");

  /** No name of a production's begins with a point: so none is {@code ..}. */
  private static final Pattern EDITION =
      Pattern.compile("editions/([0-9A-Za-z_-]{1,128})/([0-9A-Za-z_-][0-9A-Za-z._-]{0,127})");

  static Held file(String sha256, long bytes) {
    return new Held("files/" + sha256.substring(0, 2) + "/" + sha256, bytes, sha256);
  }

  static Held ofEdition(String edition, String name, long bytes, String sha256) {
    return new Held("editions/" + edition + "/" + name, bytes, sha256);
  }

  /** Where it is in a folder that is laid out as a library is. */
  public Path in(Path folder) {
    return folder.resolve(path);
  }

  /** Whether a path may be that of a stored file at all, and leads nowhere else. */
  public static boolean isPath(String path) {
    return FILE.matcher(path).matches() || EDITION.matcher(path).matches();
  }

  /** Whether a path that may be one goes with the hash: some are named by it. */
  public static boolean fits(String path, String sha256) {
    Matcher file = FILE.matcher(path);
    return file.matches() ? file.group(2).equals(sha256) : isPath(path);
  }

  /** What its row is found by: the hash, or the edition. */
  static String key(String path) {
    Matcher file = FILE.matcher(path);
    Matcher edition = EDITION.matcher(path);
    if (file.matches()) {
      return Objects.requireNonNull(file.group(2));
    }
    return edition.matches() ? Objects.requireNonNull(edition.group(1)) : "";
  }

  static boolean isOfEdition(String path) {
    return path.startsWith("editions/");
  }
}

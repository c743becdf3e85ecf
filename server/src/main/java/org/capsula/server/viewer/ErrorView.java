package org.capsula.server.viewer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no page.
 *
 * @param status of HTTP
 * @param requestId by which the log knows the request; null where nobody asks for it
 * @param words key of what is said; null for what is said of the status
 * @param way beside the one to the catalogue; null for none
 */
public record ErrorView(
    int status, @Nullable String requestId, @Nullable String words, @Nullable Way way) {

  /**
   * Where to go from here.
   *
   * @param address a path of ours
   * @param words key of what the link says
   */
  public record Way(String address, String words) {}

  /** The statuses that the messages know. */
  private static final Set<Integer> WORDED =
      Set.of(400, 401, 403, 404, 405, 409, 410, 413, 415, 429, 431, 500, 503);

  public ErrorView(int status) {
    this(status, null);
  }

  public ErrorView(int status, @Nullable String requestId) {
    this(status, requestId, null, null);
  }

  public ErrorView saying(String key) {
    return new ErrorView(status, requestId, key, way);
  }

  public ErrorView leadingTo(Way there) {
    return new ErrorView(status, requestId, words, there);
  }

  /** What the messages call it: its own words, the status where they know it, else its class. */
  String key() {
    if (words != null) {
      return words;
    }
    if (WORDED.contains(status)) {
      return "error." + status;
    }
    if (status == 412) {
      return "error.409";
    }
    return status < 500 ? "error.400" : "error.500";
  }

  /** Only a fault of ours is worth a report. */
  @Nullable String reportable() {
    return status >= 500 && status != 503 ? requestId : null;
  }
}

package org.capsula.server.export;

import java.net.URI;
import java.net.URISyntaxException;
import org.capsula.pipeline.intake.UsageException;

/** Where an export will stand. */
final class Base {
  private Base() {}

  /**
   * @return with a slash at its end
   */
  static URI of(String text) throws UsageException {
    try {
      URI uri = new URI(text.endsWith("/") ? text : text + "/");
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new UsageException(
        "--base “" + text + "” is no address of a site; give one like https://example.org/films/.");
  }
}

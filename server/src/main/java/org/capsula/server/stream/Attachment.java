package org.capsula.server.stream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Content-Disposition: how a file is called when it is saved (RFC 6266). */
final class Attachment {
  private Attachment() {}

  /** The name twice: as every client reads it, and as it is written (RFC 8187). */
  static String named(String fileName) {
    String plain =
        Normalizer.normalize(fileName, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9 ._-]", "_");
    String exact = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }
}

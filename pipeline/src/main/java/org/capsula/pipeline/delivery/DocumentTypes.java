package org.capsula.pipeline.delivery;

import java.util.Set;

/**
 * What may be handed to viewers beside a capsule. Nothing that a browser would run in the
 * catalogue's name (HTML, SVG), and no programs.
 */
public final class DocumentTypes {
  /** A scanned guide of some hundred pages; viewers load it over a poor network. */
  public static final long LARGEST = 200_000_000;

  private static final Set<String> ALLOWED =
      Set.of(
          "application/pdf",
          "application/epub+zip",
          "application/rtf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "image/jpeg",
          "image/png",
          "image/webp",
          "text/plain",
          "text/csv");

  private DocumentTypes() {}

  public static boolean isAllowed(String mediaType) {
    return ALLOWED.contains(mediaType)
        || mediaType.startsWith("application/vnd.openxmlformats-officedocument.")
        || mediaType.startsWith("application/vnd.oasis.opendocument.");
  }
}

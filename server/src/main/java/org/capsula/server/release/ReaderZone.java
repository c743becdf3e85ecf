package org.capsula.server.release;

import java.time.ZoneId;
import org.capsula.server.http.Request;

/** Where somebody is who reads a page: {@code zone.js} tells it, and nothing else needs it. */
public final class ReaderZone {
  static final String COOKIE = "capsula-zone";

  private ReaderZone() {}

  /**
   * @param otherwise where there is no script, or none has told yet
   */
  public static ZoneId of(Request request, ZoneId otherwise) {
    return request
        .cookie(COOKIE)
        .filter(ZoneId.getAvailableZoneIds()::contains)
        .map(ZoneId::of)
        .orElse(otherwise);
  }
}

package org.capsula.server.stream;

import java.time.Duration;
import java.time.Instant;
import org.capsula.server.http.Caching;
import org.jspecify.annotations.Nullable;

/** How long others may keep what never changes but may be shut one day. */
final class Closing {
  private Closing() {}

  /**
   * @param closesAt null for never
   */
  static Caching caching(@Nullable Instant closesAt, Instant now) {
    return closesAt == null ? Caching.immutable() : Caching.until(Duration.between(now, closesAt));
  }
}

package org.capsula.server.stream;

import java.time.Duration;
import java.time.Instant;
import org.capsula.pipeline.catalog.viewing.EditionFile;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.server.http.Caching;
import org.jspecify.annotations.Nullable;

/** How long others may keep what never changes but may be shut one day. */
final class Closing {
  private Closing() {}

  static Caching caching(Viewing viewing, Instant now) {
    return caching(viewing.isPublic(), viewing.closesAt(), now);
  }

  static Caching caching(EditionFile file, Instant now) {
    return caching(file.isPublic(), file.closesAt(), now);
  }

  private static Caching caching(boolean isPublic, @Nullable Instant closesAt, Instant now) {
    if (!isPublic) {
      return Caching.noStore();
    }
    return closesAt == null ? Caching.immutable() : Caching.until(Duration.between(now, closesAt));
  }

  /** Of what is made for each request. */
  static Caching changing(Viewing viewing) {
    return viewing.isPublic() ? Caching.revalidate() : Caching.noStore();
  }
}

package org.capsula.server.export;

import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * How many capsules may be seen.
 *
 * @param firstClosing of those that close; null where none does
 */
record Census(int capsules, @Nullable Instant firstClosing) {
  private static final int AT_ONCE = 500;

  static Census of(Database database, Instant now) {
    int count = 0;
    Instant first = null;
    Place after = null;
    List<Viewing> page;
    do {
      Place from = after;
      page =
          database.look(session -> new ViewingStore(session).page(Filter.ALL, from, AT_ONCE, now));
      for (Viewing viewing : page) {
        Instant closes = viewing.closesAt();
        if (closes != null && (first == null || closes.isBefore(first))) {
          first = closes;
        }
        after = Place.of(viewing);
      }
      count += page.size();
    } while (page.size() == AT_ONCE);
    return new Census(count, first);
  }
}

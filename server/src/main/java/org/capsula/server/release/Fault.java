package org.capsula.server.release;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Why something that was written cannot be decided.
 *
 * @param field of a {@link Wish}
 * @param code empty, unreadable, unknown, early, offset; twice or skipped for a local time that
 *     comes twice or never, by a clock change
 * @param meanings what may have been meant; empty where that is not the question
 */
public record Fault(String field, String code, List<OffsetDateTime> meanings) {
  static Fault of(String field, String code) {
    return new Fault(field, code, List.of());
  }
}

package org.capsula.pipeline.catalog.release;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;

/** A time on a clock on the wall, and the instants it may mean. */
public final class LocalTimes {
  private LocalTimes() {}

  /**
   * The one instant of a local time.
   *
   * @throws AmbiguousTimeException in the hour that a clock change skips or repeats; java.time
   *     would choose, and be wrong half the time
   */
  public static Instant instant(LocalDateTime local, ZoneId zone) throws AmbiguousTimeException {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return local.toInstant(offsets.get(0));
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (offsets.isEmpty()) {
      throw new AmbiguousTimeException(
          local
              + " does not exist in "
              + zone
              + ": the clocks go from "
              + change.getDateTimeBefore().toLocalTime()
              + " to "
              + change.getDateTimeAfter().toLocalTime()
              + "; give "
              + change.getDateTimeBefore().minusMinutes(1).toLocalTime()
              + " or "
              + change.getDateTimeAfter().toLocalTime());
    }
    throw new AmbiguousTimeException(
        local
            + " comes twice in "
            + zone
            + " as the clocks go back; give it with its offset, "
            + local
            + offsets.get(0)
            + " or "
            + local
            + offsets.get(1));
  }

  /**
   * What may be meant by a local time: itself, or in the hour that a clock change repeats, its
   * first and its second coming; in one that is skipped, as much before and as much after the
   * change as the clock would have shown.
   */
  public static List<OffsetDateTime> meanings(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (!offsets.isEmpty()) {
      return offsets.stream().map(local::atOffset).toList();
    }
    ZoneOffsetTransition gap = rules.getTransition(local);
    return Stream.of(gap.getOffsetAfter(), gap.getOffsetBefore())
        .map(offset -> local.toInstant(offset).atZone(zone).toOffsetDateTime())
        .toList();
  }

  /** Says which times could be meant. */
  public static final class AmbiguousTimeException extends Exception {
    AmbiguousTimeException(String sentence) {
      super(sentence);
    }
  }
}

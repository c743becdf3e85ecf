package org.capsula.server.plan;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.capsula.pipeline.catalog.release.LocalTimes;
import org.capsula.server.release.Fault;
import org.capsula.server.release.Wish;
import org.capsula.server.release.Wishes;
import org.capsula.server.release.Wishes.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * The times of a plan. They are counted on the wall: nine o'clock stays nine o'clock across a
 * change of the clocks.
 */
final class Steps {
  private final LocalDateTime first;
  private final int every;
  private final @Nullable Integer closesAfter;
  private final Map<String, String> meanings;
  private final Wish terms;
  private final ZoneId zone;
  private final Map<LocalDateTime, Asked> asked = new TreeMap<>();

  private Steps(Plan plan, Wish terms) throws FaultException {
    this.terms = terms;
    zone = Wishes.zone(terms.zone());
    first = first(plan.first());
    every = days("every", plan.every());
    closesAfter = plan.isClosing() ? days("closesAfter", plan.closesAfter()) : null;
    meanings = Objects.requireNonNullElse(plan.meanings(), Map.of());
  }

  static Steps of(Plan plan) throws FaultException {
    Wish terms = plan.terms();
    if (terms == null) {
      throw new FaultException(Fault.of("terms", "empty"));
    }
    return new Steps(plan, terms);
  }

  /** What is wished for the capsule that comes after so many others. */
  Wish wish(int others) {
    LocalDateTime opens = first.plusDays((long) every * others);
    LocalDateTime closes = closesAfter == null ? null : opens.plusDays(closesAfter);
    return new Wish(
        terms.audience(),
        meant(opens),
        closes == null ? null : meant(closes),
        zone.getId(),
        terms.required(),
        terms.announced(),
        terms.after());
  }

  /** What was answered counts if it was asked; else the time is asked back as it stands. */
  private String meant(LocalDateTime local) {
    List<OffsetDateTime> possible = LocalTimes.meanings(local, zone);
    if (possible.size() == 1) {
      return local.toString();
    }
    boolean skipped = zone.getRules().getValidOffsets(local).isEmpty();
    Asked question =
        new Asked(local, skipped ? "skipped" : "twice", possible, meanings.get(local.toString()));
    asked.put(local, question);
    return question.answered().map(OffsetDateTime::toString).orElse(local.toString());
  }

  /** Of the wishes so far, in the order of their times. */
  List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  /**
   * A local time that comes twice or never.
   *
   * @param code twice or skipped
   * @param answer what somebody wrote; null where nobody was asked yet
   */
  record Asked(
      LocalDateTime time, String code, List<OffsetDateTime> meanings, @Nullable String answer) {
    Optional<OffsetDateTime> answered() {
      return meanings.stream().filter(each -> each.toString().equals(answer)).findFirst();
    }
  }

  private static LocalDateTime first(@Nullable String text) throws FaultException {
    if (text == null || text.isBlank()) {
      throw new FaultException(Fault.of("first", "empty"));
    }
    try {
      LocalDateTime first = LocalDateTime.parse(text);
      if (first.getYear() <= 9999) {
        return first;
      }
    } catch (DateTimeException e) {
      // Told below, with those that can be read and cannot be meant.
    }
    throw new FaultException(Fault.of("first", "unreadable"));
  }

  private static int days(String field, @Nullable String text) throws FaultException {
    return Span.of(text)
        .filter(Span::isUsable)
        .map(Span::days)
        .orElseThrow(() -> new FaultException(Fault.of(field, "no-span")));
  }
}

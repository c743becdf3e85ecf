package org.capsula.server.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.RequiredLanguage;
import org.capsula.pipeline.catalog.release.Review;
import org.capsula.server.http.Request;
import org.capsula.server.language.Formats;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.Language;
import org.jspecify.annotations.Nullable;

/** Says what is decided, in one language, with the clocks of both who decides and who looks. */
public final class ReleaseWords {
  private final Messages messages;
  private final Formats formats;
  private final PageLanguage language;
  private final ZoneId here;

  /**
   * @param here where whoever reads it is
   */
  public ReleaseWords(PageLanguage language, ZoneId here) {
    this.language = language;
    this.here = here;
    messages = Messages.of(language);
    formats = Formats.of(language);
  }

  /** For whoever asks. */
  public static ReleaseWords of(Request request, ZoneId otherwise) {
    return new ReleaseWords(Language.of(request).language(), ReaderZone.of(request, otherwise));
  }

  /** Where whoever reads it is. */
  public ZoneId here() {
    return here;
  }

  public PageLanguage language() {
    return language;
  }

  public String say(String key, Object... values) {
    return messages.text("schedule." + key, values);
  }

  /** Tuesday, 12 January 2027. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(language.locale())
        .format(day);
  }

  /** 10:00 in Athens, 09:00 in Brussels: the second where it is another time of the day. */
  public String time(Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone);
    ZonedDateTime own = instant.atZone(here);
    String said = formats.timeAt(there);
    if (own.toLocalDateTime().equals(there.toLocalDateTime())) {
      return said;
    }
    String other = formats.timeAt(own);
    boolean sameDay = own.toLocalDate().equals(there.toLocalDate());
    return said + ", " + (sameDay ? other : other + " (" + day(own.toLocalDate()) + ")");
  }

  /** One of the times that were meant, told apart by its offset. */
  public String meaning(OffsetDateTime time) {
    return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(time)
        + " (UTC"
        + time.getOffset().getId().replace("Z", "+00:00")
        + ")";
  }

  /** Tuesday, 12 January 2027, 10:00 in Athens, 09:00 in Brussels. */
  public String moment(Instant instant, ZoneId zone) {
    return day(instant.atZone(zone).toLocalDate()) + ", " + time(instant, zone);
  }

  /** All of it in sentences. */
  String summary(Release release) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        say(
            "sum.opens." + release.audience().word(),
            day(release.opensAt().atZone(release.zone()).toLocalDate()),
            time(release.opensAt(), release.zone())));
    Instant closes = release.closesAt();
    sentences.add(
        closes == null
            ? say("sum.stays")
            : say(
                release.notices().archived() ? "sum.archived" : "sum.closes",
                day(closes.atZone(release.zone()).toLocalDate()),
                time(closes, release.zone())));
    for (Review review : Review.values()) {
      String names =
          release.required().stream()
              .filter(each -> each.review() == review)
              .map(RequiredLanguage::language)
              .map(formats::languageName)
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        sentences.add(say("sum.needs." + review.word(), names));
      }
    }
    if (release.notices().announced()) {
      sentences.add(say("sum.announced"));
    }
    return String.join(" ", sentences);
  }

  /**
   * What has to do with a release, and is none of it.
   *
   * @param consentUntil the last day of the filmed people's consent; null for no end
   * @param open whether it is open already
   */
  public record Circumstances(@Nullable LocalDate consentUntil, boolean open, Instant now) {}

  /** What may be other than was thought, beside what hinders it. */
  public List<String> conflicts(Release release, Circumstances around) {
    List<String> conflicts = new ArrayList<>();
    Instant closes = release.closesAt();
    LocalDate consentUntil = around.consentUntil();
    if (closes != null && !closes.isAfter(around.now())) {
      conflicts.add(say("conflict.over"));
    } else if (!around.open() && !release.opensAt().isAfter(around.now())) {
      conflicts.add(say("conflict.at-once"));
    }
    if (consentUntil != null) {
      LocalDate last = closes == null ? LocalDate.MAX : closes.atZone(release.zone()).toLocalDate();
      if (last.isAfter(consentUntil)) {
        conflicts.add(say("conflict.consent", day(consentUntil)));
      }
    }
    change(release.opensAt(), release.zone(), conflicts);
    if (closes != null) {
      change(closes, release.zone(), conflicts);
    }
    return conflicts;
  }

  /** On such a day a time is easily taken for another. */
  private void change(Instant instant, ZoneId zone, List<String> conflicts) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(day.atStartOfDay(zone).toInstant().minusMillis(1));
    if (next != null && next.getInstant().atZone(zone).toLocalDate().equals(day)) {
      conflicts.add(
          say(
              "conflict.change",
              day(day),
              next.getDateTimeBefore().toLocalTime(),
              next.getDateTimeAfter().toLocalTime()));
    }
  }

  /** In which field, and what is wrong there. */
  public String fault(Fault fault) {
    return say("fault", say(fault.field() + ".field"), say("fault." + fault.code()));
  }
}

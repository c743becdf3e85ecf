package org.capsula.server.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.capsula.server.language.PageLanguage;

/**
 * Days and hours as a language writes them, in UTC: the server does not know where its reader is.
 */
public final class Dates {
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  private Dates(Locale locale) {
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale);
  }

  public static Dates of(PageLanguage language) {
    return new Dates(language.locale());
  }

  public String day(Instant instant) {
    return day.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** With the hour, where a day alone would promise too much. */
  public String moment(Instant instant) {
    return moment.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
  }
}

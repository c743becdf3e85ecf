package org.capsula.server.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.capsula.server.language.PageLanguage;

/** Days as a language writes them. */
public final class Dates {
  private final DateTimeFormatter day;

  private Dates(DateTimeFormatter day) {
    this.day = day;
  }

  public static Dates of(PageLanguage language) {
    return new Dates(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale()));
  }

  /** In UTC: the server does not know where its reader is, and no hour is told. */
  public String day(Instant instant) {
    return day.format(instant.atOffset(ZoneOffset.UTC));
  }
}

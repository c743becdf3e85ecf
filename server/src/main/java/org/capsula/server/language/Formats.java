package org.capsula.server.language;

import java.text.Collator;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.capsula.subtitles.LanguageTag;

/** How one language writes lengths, sizes, countries and languages. */
public final class Formats {
  private final Messages messages;
  private final Locale locale;

  private Formats(Messages messages) {
    this.messages = messages;
    this.locale = messages.language().locale();
  }

  public static Formats of(PageLanguage language) {
    return new Formats(Messages.of(language));
  }

  /** 0:52 or 1:02:03: the same in all languages. */
  public static String clock(Duration length) {
    long seconds = whole(length);
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** For those who hear the page: 4 minutes 5 seconds. */
  public String spoken(Duration length) {
    long seconds = whole(length);
    List<String> parts = new ArrayList<>();
    if (seconds >= 3600) {
      parts.add(messages.count("length.hours", seconds / 3600));
    }
    if (seconds / 60 % 60 > 0) {
      parts.add(messages.count("length.minutes", seconds / 60 % 60));
    }
    if (seconds % 60 > 0 || parts.isEmpty()) {
      parts.add(messages.count("length.seconds", seconds % 60));
    }
    return String.join(" ", parts);
  }

  /** As file managers and networks count: 1 MB is a million bytes. */
  public String size(long bytes) {
    if (bytes < 1_000_000) {
      return messages.text("size.kilobytes", number(Math.max(1, bytes / 1e3), 0));
    }
    boolean small = bytes < 1_000_000_000;
    double amount = bytes / (small ? 1e6 : 1e9);
    return messages.text(
        small ? "size.megabytes" : "size.gigabytes", number(amount, amount < 9.95 ? 1 : 0));
  }

  /** 23 Nov 2026. */
  public String day(ZonedDateTime when) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(when);
  }

  /** 05:49 in Athens. */
  public String timeAt(ZonedDateTime when) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).format(when)
        + " "
        + place(when.getZone().getId());
  }

  /** As it stands behind a time: in Athens. */
  public String place(String zone) {
    return messages
        .find("schedule.in." + zone)
        .orElseGet(() -> "(" + zone.replaceAll("^.*/", "").replace('_', ' ') + ")");
  }

  /** 23 Nov 2026, 05:49 UTC. */
  public String moment(ZonedDateTime when) {
    return day(when) + ", " + DateTimeFormatter.ofPattern("HH:mm z", locale).format(when);
  }

  /**
   * @param code ISO 3166
   */
  public String country(String code) {
    return new Locale("", code).getDisplayCountry(locale);
  }

  /** The name of a language as it stands inside a sentence of this one. */
  public String languageName(String tag) {
    return Locale.forLanguageTag(LanguageTag.normalise(tag).orElse(tag)).getDisplayName(locale);
  }

  /** The order in which its lists stand. */
  public Collator alphabet() {
    return Collator.getInstance(locale);
  }

  private String number(double amount, int decimals) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }

  /** Begun seconds do not count: the player counts so too, and stands on the same page. */
  private static long whole(Duration length) {
    return length.toSeconds();
  }
}

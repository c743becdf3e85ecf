package org.capsula.subtitles.webvtt;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** {@code 00:00:00.000}, as "collect a WebVTT timestamp" reads and the syntax chapter writes it. */
final class Timestamp {
  /**
   * Hours may have any number of digits, so that two ways of reading are left: with hours of other
   * than two digits or above 59, and with two digits that are minutes unless a third field follows.
   */
  static final String PATTERN = "(?:([0-9]+):)?([0-9]{2}):([0-9]{2})\\.([0-9]{3})(?![0-9])";

  /** A hundred thousand years; longer digit strings are cut to what a Duration can hold. */
  private static final int MOST_HOURS = 999_999_999;

  private Timestamp() {}

  /** Whether minutes and seconds are below 60; asks the four groups from {@code first} on. */
  static boolean isValid(MatchResult match, int first) {
    return Integer.parseInt(match.group(first + 1)) < 60
        && Integer.parseInt(match.group(first + 2)) < 60;
  }

  static Duration of(MatchResult match, int first) {
    return Duration.ofHours(hours(match.group(first)))
        .plusMinutes(Integer.parseInt(match.group(first + 1)))
        .plusSeconds(Integer.parseInt(match.group(first + 2)))
        .plusMillis(Integer.parseInt(match.group(first + 3)));
  }

  private static int hours(@Nullable String digits) {
    if (digits == null) {
      return 0;
    }
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 9 ? MOST_HOURS : Integer.parseInt(significant);
  }

  static String write(Duration time) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        time.toHours(),
        time.toMinutesPart(),
        time.toSecondsPart(),
        time.toMillisPart());
  }
}

package org.capsula.subtitles.subrip;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line above a cue's text, in the notations that are found.
 *
 * @param start below zero if the file says so
 * @param end below zero if the file says so
 * @param rest what follows the times, without blanks around it
 * @param isUsual whether it is written {@code 00:00:00,000 --> 00:00:00,000}
 */
record Timing(Duration start, Duration end, String rest, boolean isUsual) {
  /**
   * Hours, fraction and leading zeros may be missing. The fraction has up to three digits, or six
   * as Python writes microseconds; with any other number nobody can say which digit is the slip.
   */
  private static final Pattern TIME =
      Pattern.compile(
          "(-?)\\s?(?:([0-9]{1,9})\\s?:\\s?)?([0-9]{1,9})\\s?:\\s?([0-9]{1,9})"
              + "(?:\\s?[,.:;]\\s?([0-9]{6}|[0-9]{1,3}))?(?![0-9])");

  private static final Pattern USUAL =
      Pattern.compile(
          "[0-9]{2,9}:[0-5][0-9]:[0-5][0-9],[0-9]{3} --> [0-9]{2,9}:[0-5][0-9]:[0-5][0-9],[0-9]{3}(?![0-9]).*");

  static Optional<Timing> parse(String line) {
    Optional<Arrow> arrow = Arrow.find(line);
    if (arrow.isEmpty()) {
      return Optional.empty();
    }
    Matcher start = TIME.matcher(arrow.get().before());
    Matcher end = TIME.matcher(arrow.get().after());
    if (!start.matches() || !end.lookingAt()) {
      return Optional.empty();
    }
    String rest = arrow.get().after().substring(end.end());
    if (!rest.isEmpty() && !Character.isWhitespace(rest.charAt(0))) {
      return Optional.empty();
    }
    return Optional.of(
        new Timing(time(start), time(end), rest.strip(), USUAL.matcher(line).matches()));
  }

  /** Whether the line was meant as times, although they may be unreadable. */
  static boolean isMeant(String line) {
    return Arrow.find(line)
            .filter(arrow -> arrow.isAmongTimes() || arrow.isBesideTime())
            .isPresent()
        || parse(line).isPresent();
  }

  private static Duration time(MatchResult match) {
    Duration time =
        Duration.ofHours(number(match.group(2)))
            .plusMinutes(number(match.group(3)))
            .plusSeconds(number(match.group(4)))
            .plusNanos(nanos(match.group(5)));
    return match.group(1).isEmpty() ? time : time.negated();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** A decimal fraction: {@code ,5} is half a second. Cues count in milliseconds. */
  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
  }

  /** {@code -->}, also with fewer or more dashes, and what stands on its two sides. */
  private record Arrow(String before, String after, int dashes) {
    static Optional<Arrow> find(String line) {
      int head = line.indexOf("->") + 1;
      if (head == 0) {
        return Optional.empty();
      }
      int tail = head;
      while (tail > 0 && line.charAt(tail - 1) == '-') {
        tail--;
      }
      String before = line.substring(0, tail).replace("\uFEFF", "").strip();
      return Optional.of(new Arrow(before, line.substring(head + 1).strip(), head - tail));
    }

    boolean isBesideTime() {
      return dashes >= 2
          && before.indexOf(':') >= 0
          && after.indexOf(':') >= 0
          && (TIME.matcher(before).matches() || TIME.matcher(after).lookingAt());
    }

    boolean isAmongTimes() {
      String both = before + after;
      return dashes >= 2
          && both.indexOf(':') >= 0
          && both.chars().allMatch(c -> "0123456789:.,;- \t".indexOf(c) >= 0);
    }
  }
}

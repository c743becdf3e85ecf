package org.capsula.subtitles.webvtt;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line above a cue's text: WebVTT, "collect WebVTT cue timings and settings".
 *
 * @param settings what follows the times, not yet split
 */
record Timings(Duration start, Duration end, String settings) {
  private static final String SPACE = "[ \\t\\f]*";
  private static final Pattern LINE =
      Pattern.compile(
          SPACE + Timestamp.PATTERN + SPACE + "-->" + SPACE + Timestamp.PATTERN + "(.*)",
          Pattern.DOTALL);

  /** Empty where the standard says "return failure". */
  static Optional<Timings> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches() || !Timestamp.isValid(matcher, 1) || !Timestamp.isValid(matcher, 5)) {
      return Optional.empty();
    }
    return Optional.of(
        new Timings(Timestamp.of(matcher, 1), Timestamp.of(matcher, 5), matcher.group(9)));
  }
}

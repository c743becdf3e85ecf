package org.capsula.server.produce;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code START-END}; times are seconds, minutes:seconds or hours:minutes:seconds. */
final class TrimConverter implements ITypeConverter<Trim> {
  private static final String TIME = "(?:(?:(\\d+):)?(\\d+):)?(\\d+(?:\\.\\d{1,9})?)";
  private static final Pattern SPAN = Pattern.compile("(?:" + TIME + ")?-(?:" + TIME + ")?");

  @Override
  public Trim convert(String value) {
    Matcher span = SPAN.matcher(value);
    if (!span.matches() || value.equals("-")) {
      throw wrong(value);
    }
    Duration start = time(span, 1);
    Duration end = time(span, 4);
    if (start != null && end != null && end.compareTo(start) <= 0) {
      throw wrong(value);
    }
    return new Trim(start == null ? Duration.ZERO : start, end);
  }

  private static TypeConversionException wrong(String value) {
    return new TypeConversionException(
        "“" + value + "” is no span of time; give START-END like 0:05-1:20 or 5-80");
  }

  private static @Nullable Duration time(Matcher span, int group) {
    String seconds = span.group(group + 2);
    if (seconds == null) {
      return null;
    }
    Duration time = Duration.ofNanos(Math.round(Double.parseDouble(seconds) * 1e9));
    return time.plusMinutes(number(span.group(group + 1))).plusHours(number(span.group(group)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}

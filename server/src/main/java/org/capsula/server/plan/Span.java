package org.capsula.server.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** P3D or P1W (ISO 8601): whole days or weeks, and nothing finer or vaguer. */
public record Span(int count, boolean weeks) {
  private static final Pattern WRITTEN = Pattern.compile("P(\\d{1,4})([DW])");

  /** A decade; what is longer was not meant. */
  private static final int MOST_DAYS = 3653;

  static Optional<Span> of(@Nullable String text) {
    Matcher written = WRITTEN.matcher(text == null ? "" : text);
    return written.matches()
        ? Optional.of(new Span(Integer.parseInt(written.group(1)), written.group(2).equals("W")))
        : Optional.empty();
  }

  int days() {
    return weeks ? 7 * count : count;
  }

  boolean isUsable() {
    return days() > 0 && days() <= MOST_DAYS;
  }
}

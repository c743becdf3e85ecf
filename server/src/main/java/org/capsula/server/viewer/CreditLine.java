package org.capsula.server.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of credits.
 *
 * @param role null where the line has none
 */
public record CreditLine(@Nullable String role, String name) {

  /** A line is {@code role: name}; one without a colon, or with an address in it, is all name. */
  static List<CreditLine> of(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(CreditLine::ofLine)
        .toList();
  }

  private static CreditLine ofLine(String line) {
    int colon = line.indexOf(':');
    boolean hasRole = colon > 0 && colon < line.length() - 1 && !line.startsWith("://", colon);
    return hasRole
        ? new CreditLine(line.substring(0, colon).strip(), line.substring(colon + 1).strip())
        : new CreditLine(null, line);
  }
}

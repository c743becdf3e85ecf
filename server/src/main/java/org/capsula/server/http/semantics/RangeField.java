package org.capsula.server.http.semantics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The field Range (RFC 9110 §14.2). */
public final class RangeField {
  /** Names of units are case-insensitive (§14.1). */
  private static final Pattern BYTES = Pattern.compile("bytes=(.*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPEC = Pattern.compile("(\\d*)-(\\d*)");

  /** Players ask for one, readers of documents for a handful; more is an attack (§17.15). */
  private static final int MOST = 16;

  private RangeField() {}

  /**
   * Which stretches are asked for; an empty list when none of them exists (416).
   *
   * @return empty when the field is to be ignored: of another unit, malformed, or too much
   */
  public static Optional<List<ByteRange>> select(String field, long completeLength) {
    Matcher bytes = BYTES.matcher(field.strip());
    if (!bytes.matches()) {
      return Optional.empty();
    }
    List<ByteRange> found = new ArrayList<>();
    int specs = 0;
    for (String element : bytes.group(1).split(",", -1)) {
      String spec = element.strip();
      // A list may have empty elements, but not only such (§5.6.1.2).
      if (spec.isEmpty()) {
        continue;
      }
      specs++;
      Matcher parts = SPEC.matcher(spec);
      if (specs > MOST
          || !parts.matches()
          || isMalformed(parts)
          || isEndOfNothing(parts, completeLength)) {
        return Optional.empty();
      }
      range(parts, completeLength).ifPresent(found::add);
    }
    return specs == 0 ? Optional.empty() : Optional.of(apart(found));
  }

  /** Neither end, or the last before the first (§14.1.1). */
  private static boolean isMalformed(Matcher spec) {
    boolean noFirst = spec.group(1).isEmpty();
    boolean noLast = spec.group(2).isEmpty();
    return (noFirst && noLast)
        || (!noFirst && !noLast && number(spec.group(2)) < number(spec.group(1)));
  }

  /** Empty when it lies behind the end (§14.1.2). */
  private static Optional<ByteRange> range(Matcher spec, long completeLength) {
    long first;
    long last = completeLength - 1;
    if (spec.group(1).isEmpty()) {
      first = completeLength - Math.min(number(spec.group(2)), completeLength);
    } else {
      first = number(spec.group(1));
      if (!spec.group(2).isEmpty()) {
        last = Math.min(last, number(spec.group(2)));
      }
    }
    return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last - first + 1));
  }

  /** The last bytes of nothing are all of it (§14.1.2), which Content-Range cannot say. */
  private static boolean isEndOfNothing(Matcher spec, long completeLength) {
    return completeLength == 0 && spec.group(1).isEmpty() && number(spec.group(2)) > 0;
  }

  /** What is longer than any film is as good as infinite. */
  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  /**
   * Overlapping stretches become one (§15.3.7.2), so that no byte is sent twice; in the order asked
   * for while nothing overlaps.
   */
  private static List<ByteRange> apart(List<ByteRange> ranges) {
    List<ByteRange> ascending = new ArrayList<>(ranges);
    ascending.sort(Comparator.comparingLong(ByteRange::first));
    List<ByteRange> merged = new ArrayList<>();
    for (ByteRange range : ascending) {
      int end = merged.size() - 1;
      if (end >= 0 && merged.get(end).overlaps(range)) {
        merged.set(end, merged.get(end).and(range));
      } else {
        merged.add(range);
      }
    }
    return List.copyOf(merged.size() == ranges.size() ? ranges : merged);
  }
}

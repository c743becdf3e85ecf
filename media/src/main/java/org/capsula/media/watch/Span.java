package org.capsula.media.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a film.
 *
 * @param start from the first sample
 * @param end not before {@code start}
 */
public record Span(Duration start, Duration end) {
  public Span {
    if (end.compareTo(start) < 0) {
      throw new IllegalArgumentException("it ends before it starts: " + start + " to " + end);
    }
  }

  public Duration length() {
    return end.minus(start);
  }

  public boolean overlaps(Span other) {
    return start.compareTo(other.end) < 0 && other.start.compareTo(end) < 0;
  }

  public Span shifted(Duration by) {
    return new Span(start.plus(by), end.plus(by));
  }

  /** How much of the film is in any of them; what is in several counts once. */
  public static Duration covered(List<Span> spans) {
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparing(Span::start));
    Duration covered = Duration.ZERO;
    Duration done = Duration.ZERO;
    for (Span span : ordered) {
      Duration from = later(span.start, done);
      done = later(span.end, done);
      covered = covered.plus(later(done, from).minus(from));
    }
    return covered;
  }

  private static Duration later(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}

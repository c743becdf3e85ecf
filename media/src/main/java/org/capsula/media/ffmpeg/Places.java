package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.Severity;
import org.capsula.media.watch.Span;

/** The same finding at several places of a film. */
final class Places {
  /** Nobody looks at more places one by one. */
  static final int MOST = 20;

  /** A film of which more than one part in so many is concerned should not be shown unseen. */
  private static final int GRAVE_FROM_ONE_IN = 5;

  private Places() {}

  /** One finding a place. */
  static List<Finding> of(Code code, List<Span> spans) {
    return spans.stream().map(span -> Finding.of(code).between(span.start(), span.end())).toList();
  }

  /**
   * As errors where they take a large part of the film.
   *
   * @param findings each with start and end, in the order of time
   * @param film how long the part is that is used
   */
  static List<Finding> judged(List<Finding> findings, Duration film) {
    Duration concerned = Span.covered(findings.stream().map(Places::span).toList());
    return isGrave(concerned, film)
        ? findings.stream().map(finding -> finding.as(Severity.ERROR)).toList()
        : findings;
  }

  /**
   * The first ones, and how many more there are.
   *
   * @param findings of one kind, in the order of time
   */
  static List<Finding> listed(List<Finding> findings) {
    if (findings.size() <= MOST) {
      return findings;
    }
    List<Finding> few = new ArrayList<>(findings.subList(0, MOST));
    few.add(
        Finding.of(Code.MORE_PLACES)
            .as(few.get(0).severity())
            .between(findings.get(MOST).start(), findings.get(findings.size() - 1).end())
            .with("count", findings.size() - MOST));
    return few;
  }

  static boolean isGrave(Duration concerned, Duration film) {
    return concerned.multipliedBy(GRAVE_FROM_ONE_IN).compareTo(film) > 0;
  }

  private static Span span(Finding finding) {
    Duration start = finding.start();
    Duration end = finding.end();
    if (start == null || end == null) {
      throw new IllegalArgumentException("a place without times: " + finding);
    }
    return new Span(start, end);
  }
}

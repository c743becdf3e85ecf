package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.watch.Span;
import org.jspecify.annotations.Nullable;

/** Damage met while decoding one track, place by place. */
final class DecodeErrors {
  /** Nearer than this two errors are one place to look at. */
  private static final Duration NEAR = Duration.ofSeconds(2);

  /** By their start, further apart than {@link #NEAR}. */
  private final TreeMap<Duration, Place> places = new TreeMap<>();

  private int withoutTime;
  private @Nullable Duration latest;

  private record Place(Span span, int count) {
    Place joined(Place later) {
      return new Place(new Span(span.start(), later.span.end()), count + later.count);
    }
  }

  /**
   * @param time from the footage's start; null when unknown: then it is where the one before was
   */
  void at(@Nullable Duration time) {
    Duration place = time == null ? latest : time;
    if (place == null) {
      withoutTime++;
      return;
    }
    latest = place;
    Place error = new Place(new Span(place, place), 1);
    Map.Entry<Duration, Place> before = places.floorEntry(place);
    if (before != null && isNear(before.getValue().span().end(), place)) {
      Span known = before.getValue().span();
      Duration end = known.end().compareTo(place) > 0 ? known.end() : place;
      error = new Place(new Span(known.start(), end), before.getValue().count() + 1);
    }
    Map.Entry<Duration, Place> after = places.higherEntry(place);
    if (after != null && isNear(error.span().end(), after.getKey())) {
      places.remove(after.getKey());
      error = error.joined(after.getValue());
    }
    places.put(error.span().start(), error);
  }

  private static boolean isNear(Duration end, Duration start) {
    return start.minus(end).compareTo(NEAR) <= 0;
  }

  /**
   * @param kind {@code picture} or {@code sound}
   * @param film how long the part is that is used
   */
  List<Finding> findings(String kind, Duration film) {
    if (places.isEmpty()) {
      return withoutTime == 0 ? List.of() : List.of(finding(kind, withoutTime));
    }
    List<Finding> findings =
        places.values().stream()
            .map(
                place ->
                    finding(kind, place.count()).between(place.span().start(), place.span().end()))
            .toList();
    return Places.listed(Places.judged(findings, film));
  }

  private static Finding finding(String kind, int count) {
    return Finding.of(Code.DECODE_ERRORS).with("count", count).with("kind", kind);
  }
}

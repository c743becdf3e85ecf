package org.capsula.pipeline.upkeep;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** How fast a library grows: the line of least squares through its samples. */
final class Growth {
  private static final Duration WEEK = Duration.ofDays(7);

  private Growth() {}

  /**
   * @param samples oldest first
   * @return bytes a week; empty where the samples span less than a week
   */
  static OptionalLong aWeek(List<DiskUseStore.Sample> samples) {
    if (samples.size() < 2) {
      return OptionalLong.empty();
    }
    DiskUseStore.Sample first = samples.get(0);
    DiskUseStore.Sample last = samples.get(samples.size() - 1);
    if (Duration.between(first.takenAt(), last.takenAt()).compareTo(WEEK) < 0) {
      return OptionalLong.empty();
    }
    double meanWeeks = samples.stream().mapToDouble(s -> weeks(first, s)).average().orElseThrow();
    double meanUsed = samples.stream().mapToDouble(s -> s.used()).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (DiskUseStore.Sample sample : samples) {
      double weeks = weeks(first, sample) - meanWeeks;
      products += weeks * (sample.used() - meanUsed);
      squares += weeks * weeks;
    }
    return OptionalLong.of(Math.round(products / squares));
  }

  private static double weeks(DiskUseStore.Sample first, DiskUseStore.Sample sample) {
    return Duration.between(first.takenAt(), sample.takenAt()).toMillis()
        / (double) WEEK.toMillis();
  }
}

package org.capsula.pipeline.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as reports write them: seconds as a number, to the microsecond. */
public final class Seconds {
  private Seconds() {}

  public static double of(Duration time) {
    return Math.round(time.toNanos() / 1000.0) / 1e6;
  }

  public static @Nullable Double ofNullable(@Nullable Duration time) {
    return time == null ? null : of(time);
  }
}

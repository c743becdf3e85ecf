package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.Optional;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.jspecify.annotations.Nullable;

/** Damage met while decoding one track. */
final class DecodeErrors {
  private int count;
  private @Nullable Duration first;
  private @Nullable Duration last;

  /**
   * @param time from the footage's start; null when unknown
   */
  void at(@Nullable Duration time) {
    count++;
    if (time != null) {
      first = first == null || time.compareTo(first) < 0 ? time : first;
      last = last == null || time.compareTo(last) > 0 ? time : last;
    }
  }

  /**
   * @param kind {@code picture} or {@code sound}
   */
  Optional<Finding> finding(String kind) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(Code.DECODE_ERRORS)
                .between(first, last)
                .with("count", count)
                .with("kind", kind));
  }
}

package org.capsula.pipeline.catalog.viewing;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much time a capsule takes, as somebody means it who has a lesson to fill. */
public enum Lasting {
  SHORT(Duration.ZERO, Duration.ofMinutes(3)),
  MIDDLE(Duration.ofMinutes(3), Duration.ofMinutes(8)),
  LONG(Duration.ofMinutes(8), null);

  private final Duration over;
  private final @Nullable Duration atMost;

  Lasting(Duration over, @Nullable Duration atMost) {
    this.over = over;
    this.atMost = atMost;
  }

  /** It lasts longer than this. */
  public Duration over() {
    return over;
  }

  /** It lasts no longer than this; for ever where nothing bounds it. */
  public Duration atMost() {
    return atMost == null ? Duration.ofMillis(Long.MAX_VALUE) : atMost;
  }

  /** As it stands in an address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Lasting> ofWord(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}

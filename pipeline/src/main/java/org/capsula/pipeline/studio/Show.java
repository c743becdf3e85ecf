package org.capsula.pipeline.studio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which capsules a list is to show. But for {@link #DELETED} none shows deleted ones. */
public enum Show {
  ALL,
  /** A production is queued or running, be there an edition already or not. */
  WORKING,
  /** The newest production failed. */
  FAILED,
  HELD,
  DRAFT,
  WAITING,
  OPEN,
  CLOSED,
  DELETED;

  /** The word in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Show> ofWord(String word) {
    return Arrays.stream(values()).filter(show -> show.word().equals(word)).findFirst();
  }
}

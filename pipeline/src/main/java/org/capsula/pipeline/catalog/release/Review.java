package org.capsula.pipeline.catalog.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far somebody has looked at subtitles; each is more than the one before. */
public enum Review {
  DRAFT,
  REVIEWED,
  APPROVED;

  /** The word in the API and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Review> ofWord(String word) {
    return Arrays.stream(values()).filter(review -> review.word().equals(word)).findFirst();
  }
}

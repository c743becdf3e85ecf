package org.capsula.server.http.semantics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tells one version of a representation from another (RFC 9110 §8.8). */
public record Validators(@Nullable EntityTag tag, @Nullable Instant lastModified) {
  /** Fields know no part of a second. */
  public Validators {
    lastModified = lastModified == null ? null : lastModified.truncatedTo(ChronoUnit.SECONDS);
  }

  boolean matchStrongly(String tags) {
    EntityTag current = tag;
    return isAny(tags)
        || (current != null && EntityTag.list(tags).stream().anyMatch(current::matchesStrongly));
  }

  boolean matchWeakly(String tags) {
    EntityTag current = tag;
    return isAny(tags)
        || (current != null && EntityTag.list(tags).stream().anyMatch(current::matchesWeakly));
  }

  /** False also when nobody can tell: without a date of ours or theirs, the field is ignored. */
  boolean changedSince(String date) {
    Optional<Instant> theirs = HttpDate.parse(date);
    return lastModified != null && theirs.isPresent() && lastModified.isAfter(theirs.get());
  }

  boolean unchangedSince(String date) {
    Optional<Instant> theirs = HttpDate.parse(date);
    return lastModified != null && theirs.isPresent() && !lastModified.isAfter(theirs.get());
  }

  /** A representation is there, so any will do. */
  private static boolean isAny(String tags) {
    return tags.strip().equals("*");
  }
}

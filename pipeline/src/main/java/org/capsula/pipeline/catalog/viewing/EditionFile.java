package org.capsula.pipeline.catalog.viewing;

import java.time.Instant;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A file of an edition that may be seen now.
 *
 * @param sha256 lower-case hex
 * @param audience the word of the one that it is for
 * @param closesAt until when; null for ever
 */
public record EditionFile(
    String editionId,
    String name,
    long bytes,
    String sha256,
    String audience,
    @Nullable Instant closesAt) {

  /** Whether it is for everybody. */
  public boolean isPublic() {
    return audience.equals(Audience.PUBLIC.word());
  }
}

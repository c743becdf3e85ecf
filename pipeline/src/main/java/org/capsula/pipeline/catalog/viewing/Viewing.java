package org.capsula.pipeline.catalog.viewing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A capsule that may be seen now, with what is shown of it.
 *
 * @param language spoken, BCP 47; null when unknown
 * @param collectionOrder its place in the collection; null where nobody said
 * @param width of the largest picture in pixels; null for sound only
 * @param height of the largest picture in pixels; null for sound only
 * @param closesAt null for never
 */
public record Viewing(
    String id,
    String slug,
    @Nullable String language,
    @Nullable String situationId,
    @Nullable String collectionId,
    @Nullable Integer collectionOrder,
    String editionId,
    Duration length,
    @Nullable Integer width,
    @Nullable Integer height,
    Instant opensAt,
    @Nullable Instant closesAt,
    boolean hasPoster) {

  /** Whether a finished film has a picture. */
  public boolean hasPicture() {
    return width != null;
  }
}

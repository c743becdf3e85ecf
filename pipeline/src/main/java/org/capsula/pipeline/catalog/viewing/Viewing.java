package org.capsula.pipeline.catalog.viewing;

import java.time.Duration;
import java.time.Instant;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.editorial.ShownPart;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A capsule that may be seen now, with what is shown of it.
 *
 * @param audience the word of the one that it is for: public, signed-in, link
 * @param slug with the key behind it where it is for those who were given the link
 * @param language spoken, BCP 47; null when unknown
 * @param collectionOrder its place in the collection; null where nobody said
 * @param width of the largest picture in pixels; null for sound only
 * @param height of the largest picture in pixels; null for sound only
 * @param closesAt null for never
 * @param hasPoster whether the edition has one of its own
 * @param posterSha256 of the still that was chosen in its place; null where none was
 * @param trimStart where in the footage the film begins
 * @param trimEnd where in the footage it ends; null for the footage's own end
 */
public record Viewing(
    String id,
    String audience,
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
    boolean hasPoster,
    @Nullable String posterSha256,
    Duration trimStart,
    @Nullable Duration trimEnd) {

  /** The part of the footage that is shown: what was timed for the footage is shifted by it. */
  public Trim part() {
    return ShownPart.of(trimStart, trimEnd, length);
  }

  /** Whether it is for everybody. */
  public boolean isPublic() {
    return audience.equals(Audience.PUBLIC.word());
  }

  /** Whether it is shown without an account: a frame on another site brings none along. */
  public boolean needsNoAccount() {
    return !audience.equals(Audience.SIGNED_IN.word());
  }

  /** Whether a finished film has a picture. */
  public boolean hasPicture() {
    return width != null;
  }
}

package org.capsula.pipeline.studio;

import java.time.Duration;
import java.time.Instant;
import org.capsula.pipeline.production.Production;
import org.jspecify.annotations.Nullable;

/**
 * A capsule as its row in the list says.
 *
 * @param language spoken, BCP 47; null when unknown
 * @param deletedAt null while it is there
 * @param editionId what is shown of it; null before the first production is done
 * @param length of that edition; null without one
 * @param held whether that edition waits for somebody to look at it
 * @param hasPoster whether that edition has one of its own
 * @param posterSha256 of the still that was chosen in its place; null where none was
 * @param opensAt null for a draft
 * @param closesAt null for never, and for a draft
 * @param zone in which those times were given; null for a draft
 * @param lacksLanguages whether there are no subtitles in a language that it must have
 * @param productionId the newest; null where there was none
 */
public record StudioCapsule(
    String id,
    String slug,
    String footageName,
    long footageBytes,
    @Nullable String language,
    Instant createdAt,
    @Nullable Instant deletedAt,
    @Nullable String editionId,
    @Nullable Duration length,
    boolean held,
    boolean hasPoster,
    @Nullable String posterSha256,
    @Nullable String audience,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    @Nullable String zone,
    boolean lacksLanguages,
    @Nullable String productionId) {

  /**
   * @param newest its newest production; null where there was none
   */
  StudioState state(@Nullable Production newest, Instant now) {
    if (deletedAt != null) {
      return StudioState.DELETED;
    }
    if (editionId == null && newest != null) {
      return ofProduction(newest);
    }
    if (held) {
      return StudioState.HELD;
    }
    return ofRelease(now);
  }

  private static StudioState ofProduction(Production newest) {
    return switch (newest.state()) {
      case QUEUED -> StudioState.QUEUED;
      case RUNNING -> StudioState.RUNNING;
      case FAILED -> StudioState.FAILED;
      case CANCELLED -> StudioState.CANCELLED;
      // Its edition was pruned or never recorded; nothing is shown.
      case DONE -> StudioState.DRAFT;
    };
  }

  private StudioState ofRelease(Instant now) {
    if (opensAt == null) {
      return StudioState.DRAFT;
    }
    if (closesAt != null && !closesAt.isAfter(now)) {
      return StudioState.CLOSED;
    }
    boolean open = editionId != null && !opensAt.isAfter(now) && !lacksLanguages;
    return open ? StudioState.OPEN : StudioState.WAITING;
  }
}

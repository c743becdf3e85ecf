package org.capsula.pipeline.editing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.report.Report;

/** How long a capsule's footage is, as far as a production has seen it. */
final class FootageLength {
  private FootageLength() {}

  /**
   * A film that would begin after its footage's end is refused here already, before a production
   * finds out. An end beyond it is the footage's own.
   */
  static void requireWithin(Session session, Capsule capsule, Trim trim)
      throws RefusedEditException {
    Optional<Duration> length = of(session, capsule);
    if (length.isPresent() && trim.lengthOf(length.get()).isZero()) {
      throw new RefusedEditException(
          Reason.INVALID,
          "The film would begin at %s s, but its footage lasts %s s; let it begin earlier."
              .formatted(seconds(trim.start()), seconds(length.get())));
    }
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /** Empty where nothing was made of the footage yet, or it has been replaced since. */
  private static Optional<Duration> of(Session session, Capsule capsule) {
    Instant stored = new StoredFileStore(session).storedAt(capsule.footageSha256());
    return Optional.ofNullable(capsule.editionId())
        .flatMap(new EditionStore(session)::find)
        .filter(edition -> !edition.madeAt().isBefore(stored))
        .flatMap(FootageLength::source)
        .filter(source -> source.file().equals(capsule.footageName()))
        .flatMap(source -> Optional.ofNullable(source.durationSeconds()))
        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** What another version wrote says nothing. */
  private static Optional<Report.SourceFile> source(Edition edition) {
    try {
      return Optional.ofNullable(Json.read(edition.report(), Report.class).source());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

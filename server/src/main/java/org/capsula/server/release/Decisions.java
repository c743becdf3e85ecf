package org.capsula.server.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.capsula.pipeline.announcement.AuditStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.Review;
import org.capsula.pipeline.catalog.release.ReviewStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/** What trainers decide; each decision stands in the audit trail. */
public final class Decisions {
  private final Database database;
  private final Clock clock;
  private final Runnable changed;

  /**
   * @param changed told after each decision: a time may be another
   */
  public Decisions(Database database, Clock clock, Runnable changed) {
    this.database = database;
    this.clock = clock;
    this.changed = changed;
  }

  public Instant now() {
    return clock.instant();
  }

  public <T> T look(Function<Session, T> question) {
    return database.look(question);
  }

  /** In place of what was decided before. */
  void save(Release release, String accountId) {
    save(List.of(release), accountId);
  }

  /** All of them or none. */
  public void save(List<Release> releases, String accountId) {
    database.useTransaction(
        session ->
            releases.forEach(
                release ->
                    decide(
                        session,
                        release.capsuleId(),
                        each -> new ReleaseStore(each).save(release),
                        new Deed("scheduled", Wish.of(release), accountId))));
    changed.run();
  }

  /** To everybody, from now on. What is not finished yet is seen when it is. */
  void open(String capsuleId, String accountId) {
    Instant now = wholeSecond();
    decide(
        capsuleId,
        session -> new ReleaseStore(session).open(capsuleId, now),
        new Deed("opened-by-hand", new At(now.toString()), accountId));
  }

  /** From now on; what was to open later will not. */
  void close(String capsuleId, String accountId) {
    Instant now = wholeSecond();
    decide(
        capsuleId,
        session -> new ReleaseStore(session).close(capsuleId, now),
        new Deed("closed-by-hand", new At(now.toString()), accountId));
  }

  /** The last one: forms know no parts of it, and what they hand back would be another time. */
  private Instant wholeSecond() {
    return now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** How far somebody has looked at a track of the capsule. */
  void review(String capsuleId, String trackId, Review review, String accountId) {
    Optional<Track> track =
        database.look(session -> new TrackStore(session).byId(trackId)).stream()
            .filter(found -> found.capsuleId().equals(capsuleId))
            .findFirst();
    if (track.isEmpty()) {
      throw new ProblemException(Problem.NOT_FOUND, "This capsule has no such text track.");
    }
    Instant now = now();
    decide(
        capsuleId,
        session -> new ReviewStore(session).decide(trackId, review, accountId, now),
        new Deed(
            review.word(), new Reviewed(track.get().name(), track.get().sourceName()), accountId));
  }

  private record Deed(String word, Object detail, String accountId) {}

  private record At(String at) {}

  private record Reviewed(String track, String file) {}

  private interface Change {
    void make(Session session);
  }

  private void decide(String capsuleId, Change change, Deed deed) {
    database.useTransaction(session -> decide(session, capsuleId, change, deed));
    changed.run();
  }

  private void decide(Session session, String capsuleId, Change change, Deed deed) {
    Standings.require(new ReleaseStore(session), capsuleId);
    change.make(session);
    new AuditStore(session).add(capsuleId, deed.accountId(), deed.word(), deed.detail(), now());
  }
}

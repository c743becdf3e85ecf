package org.capsula.server.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.account.proof.LinkStore;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.publication.Downloads;
import org.capsula.pipeline.schedule.Chore;
import org.capsula.pipeline.schedule.Chores;
import org.capsula.pipeline.upkeep.Disk;
import org.capsula.pipeline.upkeep.Pruning;

/** What keeps a library in order while nobody looks. */
public record Operations(Chores chores, Disk disk, Pruning pruning) {

  /**
   * @param others chores of other features, which come first
   */
  public static Operations of(Library library, Clock clock, List<Chore> others) {
    Pruning pruning = new Pruning(library, Pruning.KEPT);
    Disk disk = new Disk(library, pruning, clock);
    List<Chore> all = new ArrayList<>(others);
    all.add(
        new Chore("expired-sign-ins", Duration.ofHours(1), now -> sweep(library, now)).onAnyNode());
    all.add(new Chore("unused-files", Duration.ofHours(1), pruning::run));
    all.add(
        new Chore(
            "downloads",
            Duration.ofDays(1),
            now -> library.storage().forgetDownloads(now.minus(Downloads.KEPT), /* coming= */ 0)));
    // Last, so that it measures what the others have left.
    all.add(new Chore("disk-use", Duration.ofHours(1), disk::sample));
    return new Operations(new Chores(clock, all), disk, pruning);
  }

  private static void sweep(Library library, Instant now) {
    library
        .database()
        .useTransaction(
            session -> {
              new SessionStore(session).sweep(now);
              new LinkStore(session).sweep(now);
            });
  }
}

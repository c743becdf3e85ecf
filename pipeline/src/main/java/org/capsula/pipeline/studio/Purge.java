package org.capsula.pipeline.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.catalog.editorial.RemovedFileStore;
import org.capsula.pipeline.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes for good what was deleted long enough ago: capsules, and their tracks and documents. What
 * it leaves in storage is named by nothing any more, and the pruning takes it.
 */
public final class Purge {
  private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

  /** For so long a deletion can be taken back. */
  public static final Duration UNDO = Duration.ofDays(30);

  private final Database database;

  public Purge(Database database) {
    this.database = database;
  }

  /**
   * To be done now and then; late is as good.
   *
   * @return how many capsules are gone
   */
  public int purge(Instant now) {
    Instant then = now.minus(UNDO);
    database.useTransaction(session -> new RemovedFileStore(session).forgetRemovedBy(then));
    List<String> over = database.look(session -> new BinStore(session).deletedBy(then));
    int gone = 0;
    for (String capsuleId : over) {
      // One at a time: the heartbeats of productions wait for the same connection.
      if (database.inTransaction(session -> new BinStore(session).purge(capsuleId, then))) {
        gone++;
        LOG.info("capsule {} was deleted {} days ago and is gone", capsuleId, UNDO.toDays());
      }
    }
    return gone;
  }
}

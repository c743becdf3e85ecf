package org.capsula.pipeline.editing;

import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.RefusedEditException.Reason;

/** A transaction that can be refused half-way: then nothing of it was written. */
final class EditTransaction {
  private EditTransaction() {}

  static <T> T run(Database database, Work<T> work) throws RefusedEditException {
    try {
      return database.inTransaction(
          session -> {
            try {
              return work.in(session);
            } catch (RefusedEditException e) {
              throw new Carrier(e);
            }
          });
    } catch (Carrier carried) {
      throw carried.refusal;
    }
  }

  /** In the transaction that relies on it: somebody may delete it at any moment. */
  static void requireCapsule(Session session, String capsuleId) throws RefusedEditException {
    if (new EditStore(session).version(capsuleId).isEmpty()) {
      throw new RefusedEditException(
          Reason.GONE, "The capsule is gone; look at the list of capsules.");
    }
  }

  interface Work<T> {
    T in(Session session) throws RefusedEditException;
  }

  private static final class Carrier extends RuntimeException {
    private final RefusedEditException refusal;

    Carrier(RefusedEditException refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }
}

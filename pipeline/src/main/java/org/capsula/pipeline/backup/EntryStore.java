package org.capsula.pipeline.backup;

import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** What must not live again with a backup. */
final class EntryStore {
  private final Handle handle;

  EntryStore(Session session) {
    handle = session.handle();
  }

  /**
   * Sessions and links: since the backup they may have been ended, or used. Passwords and tokens
   * stay as they were. Of uploads under way a backup holds no bytes; their owners begin again.
   */
  void endAll() {
    handle.execute("DELETE FROM sign_in_session");
    handle.execute("DELETE FROM account_link");
    handle.execute("DELETE FROM upload WHERE state IN ('receiving', 'checking')");
  }
}

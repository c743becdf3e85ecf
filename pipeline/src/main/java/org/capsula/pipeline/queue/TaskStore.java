package org.capsula.pipeline.queue;

import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** What db-scheduler has no word for. */
final class TaskStore {
  private final Handle handle;

  TaskStore(Session session) {
    handle = session.handle();
  }

  /** Puts back what workers that are gone had taken. */
  void release(String task) {
    handle
        .createUpdate(
            """
            UPDATE scheduled_tasks
            SET picked = :no, picked_by = NULL, last_heartbeat = NULL, version = version + 1
            WHERE task_name = :task AND picked = :yes
            """)
        .bind("no", false)
        .bind("yes", true)
        .bind("task", task)
        .execute();
  }
}

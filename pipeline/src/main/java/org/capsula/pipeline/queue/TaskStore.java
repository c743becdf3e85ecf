package org.capsula.pipeline.queue;

import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

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

  /** Where nobody has taken it; whoever has finds its production ended, and removes it. */
  void removeWaiting(String task, String instance) {
    handle.execute(
        "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? AND picked = ?",
        task,
        instance,
        false);
  }

  /** Productions that nobody has taken yet, in the order in which they will be. */
  List<String> waiting(String task) {
    return handle
        .createQuery(
            """
            SELECT task_instance FROM scheduled_tasks
            WHERE task_name = :task AND picked = :no ORDER BY execution_time, task_instance
            """)
        .bind("task", task)
        .bind("no", false)
        .mapTo(String.class)
        .list();
  }

  /** Productions that should run, and of which the queue knows nothing. */
  List<Missing> missing(String task) {
    return handle
        .createQuery(
            """
            SELECT p.id AS production_id, p.queued_at
            FROM production p
            WHERE p.state IN ('queued', 'running')
              AND NOT EXISTS (SELECT 1 FROM scheduled_tasks t
                              WHERE t.task_name = ? AND t.task_instance = p.id)
            """)
        .bind(0, task)
        .map(ConstructorMapper.of(Missing.class))
        .list();
  }

  record Missing(String productionId, Instant queuedAt) {}
}

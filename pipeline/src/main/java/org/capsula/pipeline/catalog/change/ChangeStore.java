package org.capsula.pipeline.catalog.change;

import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Keeps which capsules have changed. It is written by the stores themselves, in the transaction of
 * the change, so that nobody who writes can forget it.
 */
public final class ChangeStore {
  private static final String NEXT = "(SELECT COALESCE(MAX(number), 0) + 1 FROM capsule_change)";
  private static final String AGAIN =
      "ON CONFLICT (capsule_id) DO UPDATE SET number = excluded.number";

  private final Handle handle;

  public ChangeStore(Session session) {
    this(session.handle());
  }

  /** For stores that were made over the same session. */
  public ChangeStore(Handle handle) {
    this.handle = handle;
  }

  public void of(String capsuleId) {
    handle.execute(
        "INSERT INTO capsule_change (capsule_id, number) VALUES (?, " + NEXT + ") " + AGAIN,
        capsuleId);
  }

  /** Of every capsule that shows it. */
  public void ofSituation(String situationId) {
    handle.execute(
        "INSERT INTO capsule_change (capsule_id, number) SELECT id, "
            + NEXT
            + " FROM capsule WHERE situation_id = ? "
            + AGAIN,
        situationId);
  }

  /** Of the capsule that has it, if it is there. */
  public void ofTrack(String trackId) {
    handle.execute(
        "INSERT INTO capsule_change (capsule_id, number) SELECT capsule_id, "
            + NEXT
            + " FROM track WHERE id = ? "
            + AGAIN,
        trackId);
  }

  /** In the order of their numbers. */
  public List<Change> after(long number) {
    return handle
        .createQuery(
            """
            SELECT capsule_id, number FROM capsule_change
            WHERE number > ? ORDER BY number, capsule_id
            """)
        .bind(0, number)
        .map(ConstructorMapper.of(Change.class))
        .list();
  }

  /** The number of the last one; 0 before the first. */
  public long last() {
    return handle
        .createQuery("SELECT COALESCE(MAX(number), 0) FROM capsule_change")
        .mapTo(Long.class)
        .one();
  }
}

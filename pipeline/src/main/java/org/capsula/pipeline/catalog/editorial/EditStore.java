package org.capsula.pipeline.catalog.editorial;

import java.time.Duration;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what a capsule's editors must agree on: its version, and what part of its footage it is.
 */
public final class EditStore {
  private final Handle handle;

  public EditStore(Session session) {
    handle = session.handle();
  }

  /** Empty where there is no such capsule, or it was deleted. */
  public Optional<Long> version(String capsuleId) {
    return handle
        .createQuery("SELECT version FROM capsule WHERE id = ? AND deleted_at IS NULL")
        .bind(0, capsuleId)
        .mapTo(Long.class)
        .findOne();
  }

  /** Whoever has read an older version must read it again before he writes. */
  public void raise(String capsuleId) {
    handle.execute("UPDATE capsule SET version = version + 1 WHERE id = ?", capsuleId);
  }

  /** What the next production makes of the footage. */
  public Trim trim(String capsuleId) {
    return handle
        .createQuery("SELECT trim_start, trim_end FROM capsule WHERE id = ?")
        .bind(0, capsuleId)
        .map((row, context) -> trim(row.getLong(1), row.getObject(2)))
        .findOne()
        .orElse(Trim.NONE);
  }

  public void setTrim(String capsuleId, Trim trim) {
    handle.execute(
        "UPDATE capsule SET trim_start = ?, trim_end = ? WHERE id = ?",
        trim.start(),
        trim.end(),
        capsuleId);
  }

  /** The part of the footage that is shown of this capsule, as {@link ShownPart} gives it. */
  public Trim shownPart(String capsuleId) {
    return handle
        .createQuery(
            """
            SELECT o.trim_start, o.trim_end, e.length_ms FROM capsule c
            JOIN capsule_edition o ON o.capsule_id = c.id AND o.edition_id = c.edition_id
            JOIN edition e ON e.id = c.edition_id
            WHERE c.id = ?
            """)
        .bind(0, capsuleId)
        .map(
            (row, context) -> {
              Trim asked = trim(row.getLong(1), row.getObject(2));
              return ShownPart.of(asked.start(), asked.end(), Duration.ofMillis(row.getLong(3)));
            })
        .findOne()
        .orElse(Trim.NONE);
  }

  private static Trim trim(long start, Object end) {
    return new Trim(
        Duration.ofMillis(start),
        end instanceof Number millis ? Duration.ofMillis(millis.longValue()) : null);
  }
}

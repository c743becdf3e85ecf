package org.capsula.pipeline.catalog.editorial;

import java.time.LocalDate;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Keeps consents. No query of the public's reads them. */
public final class ConsentStore {
  private final Handle handle;

  public ConsentStore(Session session) {
    handle = session.handle();
  }

  public void save(String capsuleId, Consent consent) {
    LocalDate until = consent.validUntil();
    handle
        .createUpdate(
            """
            INSERT INTO capsule_consent (capsule_id, note, valid_until)
            VALUES (:capsule, :note, :until)
            ON CONFLICT (capsule_id) DO UPDATE
            SET note = excluded.note, valid_until = excluded.valid_until
            """)
        .bind("capsule", capsuleId)
        .bind("note", consent.note())
        .bind("until", until == null ? null : until.toString())
        .execute();
  }

  public void remove(String capsuleId) {
    handle.execute("DELETE FROM capsule_consent WHERE capsule_id = ?", capsuleId);
  }

  public Optional<Consent> of(String capsuleId) {
    return handle
        .createQuery("SELECT note, valid_until FROM capsule_consent WHERE capsule_id = ?")
        .bind(0, capsuleId)
        .map(
            (row, context) -> {
              String until = row.getString("valid_until");
              return new Consent(
                  row.getString("note"), until == null ? null : LocalDate.parse(until));
            })
        .findOne();
  }
}

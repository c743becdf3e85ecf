package org.capsula.pipeline.catalog.editorial;

import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps credits: who made a capsule, a line each. */
public final class CreditStore {
  private final Handle handle;

  public CreditStore(Session session) {
    handle = session.handle();
  }

  /** In place of all that was said before. */
  public void replace(String capsuleId, Texts credits) {
    handle.execute("DELETE FROM capsule_credits WHERE capsule_id = ?", capsuleId);
    credits
        .byLanguage()
        .forEach(
            (language, text) ->
                handle.execute(
                    "INSERT INTO capsule_credits (capsule_id, language, credits) VALUES (?, ?, ?)",
                    capsuleId,
                    language,
                    text));
  }

  public Texts of(String capsuleId) {
    return Texts.of(
        handle
            .createQuery(
                """
                SELECT language, credits AS value FROM capsule_credits
                WHERE capsule_id = ? ORDER BY language
                """)
            .bind(0, capsuleId)
            .map(ConstructorMapper.of(Text.class))
            .list());
  }
}

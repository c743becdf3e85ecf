package org.capsula.pipeline.inventory;

import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what the database names in storage. */
public final class InventoryStore {
  private final Handle handle;

  public InventoryStore(Session session) {
    handle = session.handle();
  }

  /** Stored files first, then those of editions; each in the order of its name. */
  public List<Held> all() {
    List<Held> all =
        new ArrayList<>(
            handle
                .createQuery("SELECT sha256, bytes FROM stored_file ORDER BY sha256")
                .map((row, context) -> Held.file(row.getString("sha256"), row.getLong("bytes")))
                .list());
    all.addAll(
        handle
            .createQuery(
                """
                SELECT edition_id, name, bytes, sha256 FROM edition_file
                ORDER BY edition_id, name
                """)
            .map(
                (row, context) ->
                    Held.ofEdition(
                        row.getString("edition_id"),
                        row.getString("name"),
                        row.getLong("bytes"),
                        row.getString("sha256")))
            .list());
    return all;
  }

  /** Whether a row stands for this path now. */
  public boolean isNamed(String path) {
    Query query =
        Held.isOfEdition(path)
            ? handle
                .createQuery("SELECT 1 FROM edition_file WHERE edition_id = :key AND name = :name")
                .bind("name", path.substring(path.lastIndexOf('/') + 1))
            : handle.createQuery("SELECT 1 FROM stored_file WHERE sha256 = :key");
    return query.bind("key", Held.key(path)).mapTo(Integer.class).findOne().isPresent();
  }

  /** Takes what was removed from a library out of a copy of its database. */
  public void forget(String path) {
    handle.execute(
        Held.isOfEdition(path)
            ? "DELETE FROM edition WHERE id = ?"
            : "DELETE FROM stored_file WHERE sha256 = ?",
        Held.key(path));
  }

  /** The addresses of the capsules that have this file. */
  List<String> capsules(String path) {
    String sql =
        Held.isOfEdition(path)
            ? """
            SELECT c.slug FROM capsule_edition o JOIN capsule c ON c.id = o.capsule_id
            WHERE o.edition_id = :key ORDER BY c.slug
            """
            : """
            SELECT slug FROM capsule WHERE footage_sha256 = :key OR sheet_sha256 = :key
            UNION
            SELECT c.slug FROM track t JOIN capsule c ON c.id = t.capsule_id
            WHERE t.source_sha256 = :key OR t.webvtt_sha256 = :key
            UNION
            SELECT c.slug FROM track_revision r JOIN capsule c ON c.id = r.capsule_id
            WHERE r.webvtt_sha256 = :key
            UNION
            SELECT c.slug FROM document d JOIN capsule c ON c.id = d.capsule_id
            WHERE d.sha256 = :key
            UNION
            SELECT c.slug FROM capsule_poster p JOIN capsule c ON c.id = p.capsule_id
            WHERE p.sha256 = :key
            ORDER BY slug
            """;
    return handle.createQuery(sql).bind("key", Held.key(path)).mapTo(String.class).list();
  }
}

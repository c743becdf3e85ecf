package org.capsula.pipeline.upkeep;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Tells what nothing names any more, and keeps since when. */
final class UnusedStore {
  /**
   * Editions that no capsule shows, and that no production under way belongs to: whoever makes the
   * same film again gets the same edition.
   */
  private static final String UNUSED_EDITIONS =
      """
      SELECT e.id
      FROM edition e
      WHERE NOT EXISTS (SELECT 1 FROM capsule c WHERE c.edition_id = e.id)
        AND NOT EXISTS (SELECT 1 FROM capsule_edition o
                        JOIN production p ON p.capsule_id = o.capsule_id
                        WHERE o.edition_id = e.id AND p.state IN ('queued', 'running'))
      """;

  private final Handle handle;

  UnusedStore(Session session) {
    handle = session.handle();
  }

  Set<String> unusedEditions() {
    return names(UNUSED_EDITIONS);
  }

  /** Stored files that no other row names. */
  Set<String> unusedFiles() {
    return names(unusedFilesSql());
  }

  Set<String> editions() {
    return names("SELECT id FROM edition");
  }

  Set<String> files() {
    return names("SELECT sha256 FROM stored_file");
  }

  boolean isFile(String sha256) {
    return handle
        .createQuery("SELECT 1 FROM stored_file WHERE sha256 = ?")
        .bind(0, sha256)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  boolean isEdition(String id) {
    return handle
        .createQuery("SELECT 1 FROM edition WHERE id = ?")
        .bind(0, id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether an attempt is under way: it may be about to record an edition that it found. */
  boolean isProducing() {
    return handle
        .createQuery("SELECT 1 FROM production WHERE state = 'running' LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /**
   * @return whether it is forgotten now; not where it is used after all, or may be in a moment
   */
  boolean forgetEdition(String id) {
    if (isProducing()) {
      return false;
    }
    handle.execute("DELETE FROM edition WHERE id = ? AND id IN (" + UNUSED_EDITIONS + ")", id);
    return !isEdition(id);
  }

  /**
   * @return whether it is forgotten now; not where it is used after all
   */
  boolean forgetFile(String sha256) {
    handle.execute(
        "DELETE FROM stored_file WHERE sha256 = ? AND sha256 IN (" + unusedFilesSql() + ")",
        sha256);
    return !isFile(sha256);
  }

  /**
   * Asked of the schema itself: a table that will name files one day is heeded from its first day,
   * whether somebody thinks of this place or not. The foreign keys would refuse the removal anyway.
   */
  private String unusedFilesSql() {
    StringBuilder sql = new StringBuilder("SELECT f.sha256 FROM stored_file f WHERE 1 = 1");
    for (Reference reference : referencesToFiles()) {
      sql.append(
          " AND f.sha256 NOT IN (SELECT %2$s FROM %1$s WHERE %2$s IS NOT NULL)"
              .formatted(reference.table(), reference.column()));
    }
    return sql.toString();
  }

  private List<Reference> referencesToFiles() {
    List<Reference> references = new ArrayList<>();
    try {
      DatabaseMetaData schema = handle.getConnection().getMetaData();
      try (ResultSet keys = schema.getExportedKeys(null, null, "stored_file")) {
        while (keys.next()) {
          references.add(
              new Reference(keys.getString("FKTABLE_NAME"), keys.getString("FKCOLUMN_NAME")));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the schema cannot be read", e);
    }
    if (references.isEmpty()) {
      throw new IllegalStateException("the schema says of no table that it names stored files");
    }
    return references;
  }

  /** Takes what is unused from now on, and drops what is used again. */
  void note(Unused.Kind kind, Collection<String> names, Instant now) {
    Set<String> known = new HashSet<>(since(kind).keySet());
    for (String name : names) {
      if (!known.remove(name)) {
        handle.execute(
            """
            INSERT INTO unused (kind, name, since) VALUES (?, ?, ?)
            ON CONFLICT (kind, name) DO NOTHING
            """,
            kind.word(),
            name,
            now);
      }
    }
    known.forEach(name -> drop(kind, name));
  }

  void drop(Unused.Kind kind, String name) {
    handle.execute("DELETE FROM unused WHERE kind = ? AND name = ?", kind.word(), name);
  }

  /** Since when each is known to be unused. */
  Map<String, Instant> since(Unused.Kind kind) {
    return handle
        .createQuery("SELECT name, since FROM unused WHERE kind = ?")
        .bind(0, kind.word())
        .map(ConstructorMapper.of(Since.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Since::name, Since::since));
  }

  /** What is unused, as far as rows tell of it. */
  Map<String, Known> known(Unused.Kind kind) {
    String sql =
        kind == Unused.Kind.EDITION
            ? """
            SELECT u.name, (SELECT SUM(f.bytes) FROM edition_file f WHERE f.edition_id = u.name)
                     AS bytes,
                   (SELECT MIN(c.slug) FROM capsule_edition o JOIN capsule c ON c.id = o.capsule_id
                    WHERE o.edition_id = u.name) AS slug
            FROM unused u WHERE u.kind = 'edition'
            """
            : """
            SELECT u.name, f.bytes, NULL AS slug
            FROM unused u LEFT JOIN stored_file f ON f.sha256 = u.name WHERE u.kind = 'file'
            """;
    return handle.createQuery(sql).map(ConstructorMapper.of(Known.class)).list().stream()
        .collect(Collectors.toMap(Known::name, known -> known));
  }

  private Set<String> names(String sql) {
    return new HashSet<>(handle.createQuery(sql).mapTo(String.class).list());
  }

  /**
   * @param bytes null where no row says so
   */
  record Known(String name, @Nullable Long bytes, @Nullable String slug) {}

  record Since(String name, Instant since) {}

  private record Reference(String table, String column) {}
}

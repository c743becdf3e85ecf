package org.capsula.pipeline.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Tells whether the list of capsules has changed; asked every second while somebody watches. */
final class MarkStore {
  private static final String CAPSULES =
      """
      SELECT c.id, c.version, c.edition_id, e.held, s.sha256, p.id, p.state, r.audience, r.zone,
             r.opens_at, r.opens_at <= :now, r.closes_at, r.closes_at <= :now
      FROM capsule c
      LEFT JOIN edition e ON e.id = c.edition_id
      LEFT JOIN capsule_poster s ON s.capsule_id = c.id
      LEFT JOIN release r ON r.capsule_id = c.id
      LEFT JOIN production p ON p.id = (SELECT n.id FROM production n
                                        WHERE n.capsule_id = c.id
                                        ORDER BY n.queued_at DESC, n.id DESC LIMIT 1)
      WHERE c.deleted_at IS NULL
      ORDER BY c.created_at DESC, c.id DESC LIMIT :capsules
      """;

  /** Which there are, with what is in them, and which there have to be. */
  private static final String LANGUAGES =
      """
      WITH newest AS (SELECT id FROM capsule WHERE deleted_at IS NULL
                      ORDER BY created_at DESC, id DESC LIMIT :capsules)
      SELECT t.capsule_id, t.language, t.role, t.webvtt_sha256, v.state
      FROM track t LEFT JOIN track_review v ON v.track_id = t.id
      WHERE t.capsule_id IN (SELECT id FROM newest)
      UNION ALL
      SELECT l.capsule_id, l.language, 'required', NULL, l.review
      FROM required_language l WHERE l.capsule_id IN (SELECT id FROM newest)
      ORDER BY 1, 2, 3
      """;

  private final Handle handle;

  MarkStore(Session session) {
    handle = session.handle();
  }

  /** What people would see change in the newest capsules, a line each. */
  List<String> marks(int capsules, Instant now) {
    List<String> marks =
        new ArrayList<>(
            handle
                .createQuery(CAPSULES)
                .bind("capsules", capsules)
                .bind("now", now)
                .map((row, context) -> mark(row))
                .list());
    handle
        .createQuery(LANGUAGES)
        .bind("capsules", capsules)
        .map((row, context) -> mark(row))
        .forEach(marks::add);
    return marks;
  }

  /** How the database goes about both: its query plans, a step a line. */
  List<String> explainMarks(int capsules, Instant now) {
    List<String> steps = new ArrayList<>();
    for (String sql : List.of(CAPSULES, LANGUAGES)) {
      var query = handle.createQuery("EXPLAIN QUERY PLAN " + sql).bind("capsules", capsules);
      if (sql.contains(":now")) {
        query.bind("now", now);
      }
      query.map((row, context) -> row.getString("detail")).forEach(steps::add);
    }
    return steps;
  }

  private static String mark(ResultSet row) throws SQLException {
    StringBuilder mark = new StringBuilder();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      mark.append(row.getString(column)).append(' ');
    }
    return mark.toString();
  }
}

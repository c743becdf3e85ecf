package org.capsula.pipeline.studio;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.Folding;
import org.capsula.pipeline.catalog.release.RequiredSubtitles;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Lists capsules for the people who make them, whatever their state. */
public final class StudioStore {
  private static final String LACKS_LANGUAGES =
      """
      EXISTS (SELECT 1 FROM required_language l WHERE l.capsule_id = c.id AND NOT
      """
          + RequiredSubtitles.ARE_THERE
          + ")\n";

  /** As {@link StudioCapsule#state}: its first production says where it stands, until that ends. */
  private static final String DECIDED = "(c.edition_id IS NOT NULL OR p.id IS NULL)";

  private static final String LOOKED_AT = DECIDED + " AND NOT COALESCE(e.held, :no)";

  private static final String STILL =
      LOOKED_AT + " AND r.capsule_id IS NOT NULL AND (r.closes_at IS NULL OR r.closes_at > :now)";

  private static final String OPENS =
      """
      c.edition_id IS NOT NULL AND r.opens_at <= :now AND NOT
      """
          + LACKS_LANGUAGES;

  private static final String SELECT =
      """
      SELECT c.id, c.slug, c.footage_name, f.bytes AS footage_bytes, c.language, c.created_at,
             c.deleted_at, c.edition_id, e.length_ms AS length, COALESCE(e.held, :no) AS held,
             EXISTS (SELECT 1 FROM edition_file i
                     WHERE i.edition_id = c.edition_id AND i.name = 'poster.jpg') AS has_poster,
             s.sha256 AS poster_sha256, r.audience, r.opens_at, r.closes_at, r.zone,
             p.id AS production_id,
      """
          + LACKS_LANGUAGES
          + """
               AS lacks_languages
            FROM capsule c
            JOIN stored_file f ON f.sha256 = c.footage_sha256
            LEFT JOIN edition e ON e.id = c.edition_id
            LEFT JOIN capsule_poster s ON s.capsule_id = c.id
            LEFT JOIN release r ON r.capsule_id = c.id
            LEFT JOIN production p ON p.id = (SELECT n.id FROM production n
                                              WHERE n.capsule_id = c.id
                                              ORDER BY n.queued_at DESC, n.id DESC LIMIT 1)
            WHERE
            """;

  private final Handle handle;

  public StudioStore(Session session) {
    handle = session.handle();
  }

  /**
   * The newest first; of deleted ones, the one that was deleted last.
   *
   * @param after where the page before ended; null for the first
   */
  List<StudioCapsule> page(
      StudioFilter filter, @Nullable StudioPlace after, int limit, Instant now) {
    return query(pageSql(filter, after), filter, after, now)
        .bind("limit", limit)
        .map(ConstructorMapper.of(StudioCapsule.class))
        .list();
  }

  /** How the database goes about a page: its query plan, a step a line. */
  List<String> explainPage(StudioFilter filter, @Nullable StudioPlace after, Instant now) {
    return query("EXPLAIN QUERY PLAN " + pageSql(filter, after), filter, after, now)
        .bind("limit", 25)
        .map((row, context) -> row.getString("detail"))
        .list();
  }

  Optional<StudioCapsule> byId(String capsuleId) {
    return handle
        .createQuery(SELECT + "c.id = :id")
        .bind("no", false)
        .bind("id", capsuleId)
        .map(ConstructorMapper.of(StudioCapsule.class))
        .findOne();
  }

  private static String pageSql(StudioFilter filter, @Nullable StudioPlace after) {
    boolean deleted = filter.show() == Show.DELETED;
    String time = deleted ? "c.deleted_at" : "c.created_at";
    StringBuilder sql = new StringBuilder(SELECT).append(condition(filter.show()));
    if (after != null) {
      sql.append(" AND (").append(time).append(", c.id) < (:afterTime, :afterId)\n");
    }
    if (filter.words() != null) {
      sql.append(
          """
           AND EXISTS (SELECT 1 FROM capsule_text w
                       WHERE w.capsule_id = c.id AND w.folded LIKE :words ESCAPE '!')
          """);
    }
    return sql.append(" ORDER BY ").append(time).append(" DESC, c.id DESC LIMIT :limit").toString();
  }

  private static String condition(Show show) {
    String standing = "c.deleted_at IS NULL";
    return switch (show) {
      case ALL -> standing;
      case DELETED -> "c.deleted_at IS NOT NULL";
      case WORKING -> standing + " AND p.state IN ('queued', 'running')";
      case FAILED -> standing + " AND p.state = 'failed'";
      case HELD -> standing + " AND COALESCE(e.held, :no)";
      case DRAFT ->
          standing
              + " AND (("
              + LOOKED_AT
              + " AND r.capsule_id IS NULL) OR (c.edition_id IS NULL AND p.state = 'done'))";
      case CLOSED -> standing + " AND " + LOOKED_AT + " AND r.closes_at <= :now";
      case OPEN -> standing + " AND " + STILL + " AND " + OPENS;
      case WAITING -> standing + " AND " + STILL + " AND NOT (" + OPENS + ")";
    };
  }

  private Query query(String sql, StudioFilter filter, @Nullable StudioPlace after, Instant now) {
    Query query = handle.createQuery(sql).bind("no", false);
    if (sql.contains(":now")) {
      query.bind("now", now);
    }
    if (after != null) {
      query.bind("afterTime", after.at()).bind("afterId", after.capsuleId());
    }
    String words = filter.words();
    if (words != null) {
      query.bind("words", "%" + Folding.fold(words).replaceAll("[!%_]", "!$0") + "%");
    }
    return query;
  }

  /** By edition. */
  Map<String, String> reports(Collection<String> editionIds) {
    if (editionIds.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("SELECT id, report FROM edition WHERE id IN (<ids>)")
        .bindList("ids", List.copyOf(editionIds))
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Languages whose subtitles keep a capsule shut, by capsule. */
  Map<String, List<String>> lackedLanguages(Collection<String> capsuleIds) {
    if (capsuleIds.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            "SELECT l.capsule_id, l.language FROM required_language l WHERE NOT "
                + RequiredSubtitles.ARE_THERE
                + "AND l.capsule_id IN (<ids>) ORDER BY l.language")
        .bindList("ids", List.copyOf(capsuleIds))
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}

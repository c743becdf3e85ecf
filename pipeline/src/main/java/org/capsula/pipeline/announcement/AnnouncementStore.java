package org.capsula.pipeline.announcement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.capsula.pipeline.announcement.Announcement.Kind;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;

/** Keeps what was made known. It decides nothing: what is shown is decided when somebody looks. */
public final class AnnouncementStore {
  private static final String NOT_OVER = "(r.closes_at IS NULL OR r.closes_at > :now)";

  private static final String SOON = "r.opens_at <= :now AND r.closes_at <= :then AND ";

  /** Its first film is being made, and will be shown by itself. */
  private static final String ON_ITS_WAY =
      """
      (c.edition_id IS NULL
        AND EXISTS (SELECT 1 FROM production p
                    WHERE p.capsule_id = c.id AND p.state IN ('queued', 'running')))
      """;

  private final Session session;
  private final Handle handle;

  public AnnouncementStore(Session session) {
    this.session = session;
    handle = session.handle();
  }

  /**
   * What has come to pass and was not made known yet, however long ago it was.
   *
   * @param before how long before its end a capsule is said to close
   */
  List<Announcement> due(Instant now, Duration before) {
    Map<Boolean, List<Announcement>> begun =
        unsaid(Kind.OPENED, "r.opens_at", "r.opens_at <= :now AND " + NOT_OVER, now, now).stream()
            .collect(Collectors.partitioningBy(each -> isSeen(each.capsuleId(), now)));
    List<Announcement> due = new ArrayList<>(begun.getOrDefault(true, List.of()));
    Set<Announcement> shut = Set.copyOf(begun.getOrDefault(false, List.of()));
    for (Kind kind : List.of(Kind.WAITING, Kind.HINDERED)) {
      String film = (kind == Kind.WAITING ? " AND " : " AND NOT ") + ON_ITS_WAY;
      unsaid(kind, "r.opens_at", "r.opens_at <= :now AND " + NOT_OVER + film, now, now).stream()
          .filter(each -> shut.contains(each.as(Kind.OPENED)))
          .forEach(due::add);
    }
    unsaid(Kind.CLOSING, "r.closes_at", SOON + NOT_OVER, now, now.plus(before)).stream()
        .filter(each -> isSeen(each.capsuleId(), now))
        .forEach(due::add);
    due.addAll(
        unsaid(
            Kind.CLOSED,
            "r.closes_at",
            "r.closes_at <= :now AND r.closes_at > r.opens_at",
            now,
            now));
    return due;
  }

  private List<Announcement> unsaid(
      Kind kind, String time, String condition, Instant now, Instant then) {
    return handle
        .createQuery(
            """
            SELECT r.capsule_id, %1$s AS due_at
            FROM release r JOIN capsule c ON c.id = r.capsule_id
            WHERE c.deleted_at IS NULL AND %2$s
              AND NOT EXISTS (SELECT 1 FROM announcement a
                              WHERE a.capsule_id = r.capsule_id AND a.kind = :kind
                                AND a.due_at = %1$s)
            ORDER BY due_at, r.capsule_id
            """
                .formatted(time, condition))
        .bind("kind", kind.word())
        .bind("now", now)
        .bind("then", then)
        .map(
            (row, context) ->
                new Announcement(row.getString(1), kind, Instant.ofEpochMilli(row.getLong(2)), now))
        .list();
  }

  private boolean isSeen(String capsuleId, Instant now) {
    return new ViewingStore(session, Eyes.ITS_AUDIENCE).byId(capsuleId, now).isPresent();
  }

  /**
   * @return false where it is there already: somebody else was faster
   */
  boolean add(Announcement announcement) {
    return handle.execute(
            """
            INSERT INTO announcement (capsule_id, kind, due_at, made_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (capsule_id, kind, due_at) DO NOTHING
            """,
            announcement.capsuleId(),
            announcement.kind().word(),
            announcement.dueAt(),
            announcement.madeAt())
        == 1;
  }

  /** When something comes to pass next, as far as times alone tell. */
  Optional<Instant> next(Instant now, Duration before) {
    return handle
        .createQuery(
            """
            SELECT MIN(at) FROM (
              SELECT MIN(opens_at) AS at FROM release WHERE opens_at > :now
              UNION ALL SELECT MIN(closes_at) FROM release WHERE closes_at > :now
              UNION ALL SELECT MIN(closes_at) - :before FROM release WHERE closes_at > :then
            ) times
            """)
        .bind("now", now)
        .bind("then", now.plus(before))
        .bind("before", before.toMillis())
        .mapTo(Instant.class)
        .findOne();
  }

  /** The newest first. */
  public List<Announcement> newest(int limit) {
    return handle
        .createQuery(
            """
            SELECT a.capsule_id, a.kind, a.due_at, a.made_at
            FROM announcement a JOIN capsule c ON c.id = a.capsule_id
            WHERE c.deleted_at IS NULL
            ORDER BY a.made_at DESC, a.due_at DESC, a.capsule_id LIMIT :limit
            """)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Announcement(
                    row.getString(1),
                    Kind.ofWord(row.getString(2)),
                    Instant.ofEpochMilli(row.getLong(3)),
                    Instant.ofEpochMilli(row.getLong(4))))
        .list();
  }
}

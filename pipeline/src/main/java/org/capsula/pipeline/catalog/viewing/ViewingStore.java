package org.capsula.pipeline.catalog.viewing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capsula.pipeline.catalog.release.LinkKey;
import org.capsula.pipeline.catalog.release.RequiredSubtitles;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers what somebody may see now. Every page, playlist and file asks here, with the clock's time
 * handed in, so that nothing depends on a timer having fired.
 */
public final class ViewingStore {
  /**
   * The one sentence. It stands in every query below. The plus keeps SQLite from beginning with all
   * that is not deleted.
   */
  private static final String MAY_BE_SEEN =
      """
      +c.deleted_at IS NULL
        AND r.audience IN (<audiences>)
        AND r.opens_at <= :now
        AND (r.closes_at IS NULL OR r.closes_at > :now)
        AND NOT e.held
        AND NOT EXISTS (
          SELECT 1 FROM required_language l
          WHERE l.capsule_id = c.id AND NOT
      """
          + RequiredSubtitles.ARE_THERE
          + ")\n";

  /** What is shown of a capsule is its newest edition. */
  private static final String FROM_NEWEST =
      """
      FROM release r
      JOIN capsule c ON c.id = r.capsule_id
      JOIN edition e ON e.id = c.edition_id
      JOIN capsule_edition o ON o.capsule_id = c.id AND o.edition_id = e.id
      LEFT JOIN capsule_poster p ON p.capsule_id = c.id
      WHERE
      """
          + MAY_BE_SEEN;

  private static final String NEWEST =
      """
      SELECT c.id, r.audience,
             CASE WHEN r.audience = 'link' THEN c.slug || '~' || r.link_key ELSE c.slug END AS slug,
             c.language, c.situation_id, c.collection_id, c.collection_order,
             e.id AS edition_id, e.length_ms AS length, e.width, e.height, r.opens_at, r.closes_at,
             EXISTS (SELECT 1 FROM edition_file f
                     WHERE f.edition_id = e.id AND f.name = 'poster.jpg') AS has_poster,
             p.sha256 AS poster_sha256, o.trim_start, o.trim_end
      """
          + FROM_NEWEST;

  private static final String AMONG = "AND c.id IN (<ids>)\n";

  private final Handle handle;
  private final Eyes eyes;

  /** For anybody. */
  public ViewingStore(Session session) {
    this(session, Eyes.ANYBODY);
  }

  public ViewingStore(Session session, Eyes eyes) {
    handle = session.handle();
    this.eyes = eyes;
  }

  /**
   * Newest opening first.
   *
   * @param after where the page before ended; null for the first
   */
  public List<Viewing> page(Filter filter, @Nullable Place after, int limit, Instant now) {
    return query(pageSql(filter, after), filter, after, now)
        .bind("limit", limit)
        .map(ConstructorMapper.of(Viewing.class))
        .list();
  }

  /** How the database goes about a page: its query plan, a step a line. */
  public List<String> explainPage(Filter filter, @Nullable Place after, int limit, Instant now) {
    return query("EXPLAIN QUERY PLAN " + pageSql(filter, after), filter, after, now)
        .bind("limit", limit)
        .map((row, context) -> row.getString("detail"))
        .list();
  }

  private static String pageSql(Filter filter, @Nullable Place after) {
    String from = after == null ? "" : "AND (r.opens_at, r.capsule_id) < (:afterTime, :afterId)\n";
    return NEWEST
        + from
        + FilterStore.conditions(filter)
        + "ORDER BY r.opens_at DESC, r.capsule_id DESC LIMIT :limit";
  }

  private Query query(String sql, Filter filter, @Nullable Place after, Instant now) {
    Query query = bound(sql, filter, now);
    if (after != null) {
      query.bind("afterTime", after.opensAt()).bind("afterId", after.capsuleId());
    }
    return query;
  }

  /** Those of these capsules that may be seen, in no order. */
  public List<Viewing> among(Collection<String> ids, Filter filter, Instant now) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return bound(NEWEST + AMONG + FilterStore.conditions(filter), filter, now)
        .bindList("ids", List.copyOf(ids))
        .map(ConstructorMapper.of(Viewing.class))
        .list();
  }

  /** Which of these capsules may be seen: {@link #among} where nothing more is to be known. */
  public Set<String> visible(Collection<String> ids, Filter filter, Instant now) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    String sql = "SELECT c.id\n" + FROM_NEWEST + AMONG + FilterStore.conditions(filter);
    return bound(sql, filter, now)
        .bindList("ids", List.copyOf(ids))
        .mapTo(String.class)
        .collectIntoSet();
  }

  private Query bound(String sql, Filter filter, Instant now) {
    return FilterStore.bind(
        handle.createQuery(sql).bind("now", now).bindList("audiences", eyes.audiences()), filter);
  }

  /**
   * @param address a slug, or for who was given the link, a slug with its key
   */
  public Optional<Viewing> bySlug(String address, Instant now) {
    Optional<LinkKey> link = LinkKey.of(address);
    return link.isPresent()
        ? byLink(link.get(), now)
        : one(NEWEST + "AND c.slug = :key", address, now);
  }

  private Optional<Viewing> byLink(LinkKey link, Instant now) {
    return handle
        .createQuery(NEWEST + "AND c.slug = :slug AND r.link_key = :key")
        .bind("now", now)
        .bindList("audiences", eyes.withLink())
        .bind("slug", link.slug())
        .bind("key", link.key())
        .map(ConstructorMapper.of(Viewing.class))
        .findOne();
  }

  /** What may be told of a capsule while it is shut. Nothing of the film is in it. */
  public Optional<Notice> notice(String address, Instant now) {
    Optional<LinkKey> link = LinkKey.of(address);
    return handle
        .createQuery(
            """
            SELECT c.id AS capsule_id, r.opens_at, r.closes_at, r.zone
            FROM capsule c JOIN release r ON r.capsule_id = c.id
            WHERE c.slug = :slug AND c.deleted_at IS NULL AND r.audience IN (<audiences>)
              AND (r.closes_at IS NULL OR r.closes_at > r.opens_at)
              AND (r.opens_at > :now AND r.announced
                   OR r.closes_at <= :now AND r.after_closing = 'archived')
            """
                + (link.isPresent() ? "AND r.link_key = :key" : ""))
        .bind("now", now)
        .bind("slug", link.map(LinkKey::slug).orElse(address))
        .bindMap(link.map(known -> Map.of("key", known.key())).orElse(Map.of()))
        .bindList("audiences", link.isPresent() ? eyes.withLink() : eyes.audiences())
        .map(ConstructorMapper.of(Notice.class))
        .findOne();
  }

  public Optional<Viewing> byId(String id, Instant now) {
    return one(NEWEST + "AND c.id = :key", id, now);
  }

  private Optional<Viewing> one(String sql, String key, Instant now) {
    return handle
        .createQuery(sql)
        .bind("now", now)
        .bindList("audiences", eyes.audiences())
        .bind("key", key)
        .map(ConstructorMapper.of(Viewing.class))
        .findOne();
  }

  /**
   * A file of an edition, also of an older one: somebody may be watching it since before the newer
   * one was made. Where several capsules have it, the one that is open to most and longest counts.
   * An edition's id is told by playlists alone and cannot be guessed: who knows that of a capsule
   * with a link was given the link.
   */
  public Optional<EditionFile> editionFile(String editionId, String name, Instant now) {
    return editionFile("", editionId, name, now)
        .map(ConstructorMapper.of(EditionFile.class))
        .findOne();
  }

  /** How the database finds a file: its query plan, a step a line. */
  public List<String> explainEditionFile(String editionId, String name, Instant now) {
    return editionFile("EXPLAIN QUERY PLAN ", editionId, name, now)
        .map((row, context) -> row.getString("detail"))
        .list();
  }

  /** CROSS JOIN has SQLite keep this order; by itself it begins with all that is open. */
  private Query editionFile(String prefix, String editionId, String name, Instant now) {
    return handle
        .createQuery(
            prefix
                + """
                SELECT f.edition_id, f.name, f.bytes, f.sha256, r.audience, r.closes_at
                FROM edition_file f
                CROSS JOIN edition e
                CROSS JOIN capsule_edition o
                CROSS JOIN capsule c
                CROSS JOIN release r
                WHERE f.edition_id = :edition AND f.name = :name AND e.id = f.edition_id
                  AND o.edition_id = e.id AND c.id = o.capsule_id AND r.capsule_id = c.id AND
                """
                + MAY_BE_SEEN
                + """
                ORDER BY CASE WHEN r.audience = 'public' THEN 0 ELSE 1 END,
                         r.closes_at DESC NULLS FIRST
                LIMIT 1
                """)
        .bind("now", now)
        .bindList("audiences", eyes.withLink())
        .bind("edition", editionId)
        .bind("name", name);
  }
}

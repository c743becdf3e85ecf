package org.capsula.pipeline.catalog.capsule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.change.ChangeStore;
import org.capsula.pipeline.database.Session;
import org.capsula.subtitles.Role;
import org.jdbi.v3.core.Handle;

/** Keeps text tracks: one for each language and role of a capsule. */
public final class TrackStore {
  private static final String SELECT =
      """
      SELECT id, capsule_id, language, role, source_sha256, source_name, format, charset,
             webvtt_sha256, webvtt_bytes, cues, findings, added_at
      FROM track
      """;

  private final Handle handle;

  public TrackStore(Session session) {
    handle = session.handle();
  }

  /**
   * In place of the one of its language and role. Where there was one it keeps its id and its
   * revisions, and this is the next of them. One that was removed goes on where it ended.
   */
  public void save(Track track) {
    new ChangeStore(handle).of(track.capsuleId());
    handle
        .createUpdate(
            """
            INSERT INTO track (id, capsule_id, language, role, source_sha256, source_name, format,
                               charset, webvtt_sha256, webvtt_bytes, cues, findings, added_at,
                               revision)
            VALUES (:id, :capsuleId, :language, :roleWord, :sourceSha256, :sourceName, :format,
                    :charset, :webvttSha256, :webvttBytes, :cues, :findings, :addedAt,
                    COALESCE((SELECT CASE WHEN r.webvtt_sha256 = :webvttSha256 THEN r.number
                                          ELSE r.number + 1 END
                              FROM track_revision r WHERE r.track_id = :id
                              ORDER BY r.number DESC LIMIT 1), 1))
            ON CONFLICT (capsule_id, language, role) DO UPDATE
            SET source_sha256 = excluded.source_sha256, source_name = excluded.source_name,
                format = excluded.format, charset = excluded.charset,
                webvtt_sha256 = excluded.webvtt_sha256, webvtt_bytes = excluded.webvtt_bytes,
                cues = excluded.cues, findings = excluded.findings, added_at = excluded.added_at,
                revision = track.revision + 1
            """)
        .bindMethods(track)
        .bind("roleWord", track.role().word())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO track_revision (track_id, capsule_id, number, webvtt_sha256, webvtt_bytes,
                                        cues, findings, made_at)
            SELECT id, capsule_id, revision, webvtt_sha256, webvtt_bytes, cues, findings, added_at
            FROM track WHERE capsule_id = :capsuleId AND language = :language AND role = :roleWord
            ON CONFLICT (track_id, number) DO NOTHING
            """)
        .bindMethods(track)
        .bind("roleWord", track.role().word())
        .execute();
  }

  /** Another language and role for the same cues; no other track may have them. */
  public void relabel(Track track) {
    new ChangeStore(handle).of(track.capsuleId());
    handle.execute(
        "UPDATE track SET language = ?, role = ? WHERE id = ?",
        track.language(),
        track.role().word(),
        track.id());
  }

  /** Its revisions stay, for when it is put back. */
  public void remove(String id) {
    new ChangeStore(handle).ofTrack(id);
    handle.execute("DELETE FROM track WHERE id = ?", id);
  }

  /** By capsule, in the order of their languages. */
  public Map<String, List<Track>> byCapsules(Collection<String> capsuleIds) {
    if (capsuleIds.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(SELECT + "WHERE capsule_id IN (<ids>) ORDER BY language, role")
        .bindList("ids", List.copyOf(capsuleIds))
        .map((row, context) -> track(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Track::capsuleId));
  }

  public Optional<Track> byId(String id) {
    return handle
        .createQuery(SELECT + "WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> track(row))
        .findOne();
  }

  /** What can be read beside the picture, by capsule; for lists. */
  public Map<String, List<String>> shownLanguages(Collection<String> capsuleIds) {
    if (capsuleIds.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> languages = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT DISTINCT capsule_id, language FROM track
            WHERE capsule_id IN (<ids>) AND role IN ('subtitles', 'captions')
            ORDER BY language
            """)
        .bindList("ids", List.copyOf(capsuleIds))
        .map((row, context) -> List.of(row.getString(1), row.getString(2)))
        .forEach(
            row -> languages.computeIfAbsent(row.get(0), id -> new ArrayList<>()).add(row.get(1)));
    return languages;
  }

  public List<Track> of(String capsuleId) {
    return byCapsules(List.of(capsuleId)).getOrDefault(capsuleId, List.of());
  }

  private static Track track(ResultSet row) throws SQLException {
    return new Track(
        row.getString("id"),
        row.getString("capsule_id"),
        row.getString("language"),
        Role.ofWord(row.getString("role")).orElseThrow(),
        row.getString("source_sha256"),
        row.getString("source_name"),
        row.getString("format"),
        row.getString("charset"),
        row.getString("webvtt_sha256"),
        row.getLong("webvtt_bytes"),
        row.getInt("cues"),
        row.getString("findings"),
        Instant.ofEpochMilli(row.getLong("added_at")));
  }
}

package org.capsula.pipeline.catalog.edition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.capsula.media.Rational;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.probe.SoundRole;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.json.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps editions. They are added, never changed. */
public final class EditionStore {
  private final Handle handle;

  public EditionStore(Session session) {
    handle = session.handle();
  }

  /** The very same result may have been recorded before: then nothing is done. */
  public void insert(Edition edition, Edition.Content content) {
    if (find(edition.id()).isPresent()) {
      return;
    }
    handle
        .createUpdate(
            """
            INSERT INTO edition (id, length_ms, width, height, held, report, made_at)
            VALUES (:id, :length, :width, :height, :held, :report, :madeAt)
            """)
        .bindMethods(edition)
        .execute();
    for (Edition.File file : content.files()) {
      handle.execute(
          "INSERT INTO edition_file (edition_id, name, bytes, sha256) VALUES (?, ?, ?, ?)",
          edition.id(),
          file.name(),
          file.bytes(),
          file.sha256());
    }
    int position = 0;
    for (EncodedTrack track : content.tracks()) {
      insert(edition.id(), position++, track);
    }
    for (Edition.ChapterMark chapter : content.chapters()) {
      handle.execute(
          """
          INSERT INTO edition_chapter (edition_id, start_ms, title) VALUES (?, ?, ?)
          ON CONFLICT (edition_id, start_ms) DO NOTHING
          """,
          edition.id(),
          chapter.start(),
          chapter.title());
    }
  }

  private void insert(String editionId, int position, EncodedTrack track) {
    Rational rate = track.frameRate();
    SoundRole role = track.role();
    handle
        .createUpdate(
            """
            INSERT INTO encoded_track (edition_id, file, position, lines, frame_rate, language,
                                       role, bytes, track_index)
            VALUES (:edition, :file, :position, :lines, :rate, :language, :role, :bytes, :index)
            """)
        .bind("edition", editionId)
        .bind("file", track.file())
        .bind("position", position)
        .bind("lines", track.lines())
        .bind("rate", rate == null ? null : rate.toString())
        .bind("language", track.language())
        .bind("role", role == null ? null : role.word())
        .bind("bytes", track.bytes())
        .bind("index", Json.compact(track.index()))
        .execute();
  }

  public Optional<Edition> find(String id) {
    return handle
        .createQuery(
            """
            SELECT id, length_ms AS length, width, height, held, report, made_at
            FROM edition WHERE id = ?
            """)
        .bind(0, id)
        .map(ConstructorMapper.of(Edition.class))
        .findOne();
  }

  public List<String> ids() {
    return handle.createQuery("SELECT id FROM edition").mapTo(String.class).list();
  }

  public List<Edition.File> files(String editionId) {
    return handle
        .createQuery("SELECT name, bytes, sha256 FROM edition_file WHERE edition_id = ?")
        .bind(0, editionId)
        .map(ConstructorMapper.of(Edition.File.class))
        .list();
  }

  /** A file of one of a capsule's editions, whoever may see it. */
  public Optional<Edition.File> file(String capsuleId, String editionId, String name) {
    return handle
        .createQuery(
            """
            SELECT f.name, f.bytes, f.sha256
            FROM edition_file f
            JOIN capsule_edition o ON o.edition_id = f.edition_id
            WHERE o.capsule_id = :capsule AND f.edition_id = :edition AND f.name = :name
            """)
        .bind("capsule", capsuleId)
        .bind("edition", editionId)
        .bind("name", name)
        .map(ConstructorMapper.of(Edition.File.class))
        .findOne();
  }

  /** Largest picture first, sounds last, of those the main one first. */
  public List<EncodedTrack> tracks(String editionId) {
    return handle
        .createQuery(
            """
            SELECT file, lines, frame_rate, language, role, bytes, track_index
            FROM encoded_track WHERE edition_id = ? ORDER BY position
            """)
        .bind(0, editionId)
        .map(ConstructorMapper.of(TrackRow.class))
        .list()
        .stream()
        .map(TrackRow::track)
        .toList();
  }

  public List<Edition.ChapterMark> chapters(String editionId) {
    return handle
        .createQuery(
            """
            SELECT start_ms AS start, title FROM edition_chapter
            WHERE edition_id = ? ORDER BY start_ms
            """)
        .bind(0, editionId)
        .map(ConstructorMapper.of(Edition.ChapterMark.class))
        .list();
  }

  record TrackRow(
      String file,
      int lines,
      @Nullable String frameRate,
      @Nullable String language,
      @Nullable String role,
      long bytes,
      String trackIndex) {
    EncodedTrack track() {
      return new EncodedTrack(
          file,
          lines,
          frameRate == null ? null : Rational.parse(frameRate),
          language,
          role == null ? null : SoundRole.of(role),
          bytes,
          Json.read(trackIndex, TrackIndex.class));
    }
  }

  /** Sum of the segments; the longest track decides. */
  public static Duration length(List<EncodedTrack> tracks) {
    double seconds = tracks.stream().mapToDouble(t -> t.index().seconds()).max().orElse(0);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}

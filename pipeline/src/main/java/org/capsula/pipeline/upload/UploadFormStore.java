package org.capsula.pipeline.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.upload.UploadForm.Collection;
import org.capsula.pipeline.upload.UploadForm.Subtitles;
import org.capsula.subtitles.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps what is said of uploads while they come in. */
final class UploadFormStore {
  private final Handle handle;

  UploadFormStore(Session session) {
    handle = session.handle();
  }

  UploadForm.Whole of(String uploadId) {
    Texts titles =
        Texts.of(
            handle
                .createQuery(
                    "SELECT language, title FROM upload_title WHERE upload_id = ? ORDER BY language")
                .bind(0, uploadId)
                .map((row, context) -> new Text(row.getString(1), row.getString(2)))
                .list());
    UploadForm form =
        handle
            .createQuery(
                """
                SELECT language, collection_id, collection_language, collection_title
                FROM upload WHERE id = ?
                """)
            .bind(0, uploadId)
            .map(
                (row, context) ->
                    new UploadForm(
                        titles,
                        row.getString(1),
                        collection(row.getString(2), row.getString(3), row.getString(4))))
            .findOne()
            .orElse(UploadForm.EMPTY);
    return new UploadForm.Whole(form, subtitles(uploadId));
  }

  private static @Nullable Collection collection(
      @Nullable String id, @Nullable String language, @Nullable String title) {
    return id == null && title == null ? null : new Collection(id, language, title);
  }

  /** In place of what was said before, but for the subtitles. */
  void replace(String uploadId, UploadForm form) {
    Collection collection = form.collection();
    handle.execute("DELETE FROM upload_title WHERE upload_id = ?", uploadId);
    form.titles()
        .byLanguage()
        .forEach(
            (language, title) ->
                handle.execute(
                    "INSERT INTO upload_title (upload_id, language, title) VALUES (?, ?, ?)",
                    uploadId,
                    language,
                    title));
    handle.execute(
        """
        UPDATE upload
        SET language = ?, collection_id = ?, collection_language = ?, collection_title = ?,
            form_version = form_version + 1
        WHERE id = ?
        """,
        form.language(),
        collection == null ? null : collection.id(),
        collection == null ? null : collection.language(),
        collection == null ? null : collection.title(),
        uploadId);
  }

  private List<Subtitles> subtitles(String uploadId) {
    return handle
        .createQuery(
            """
            SELECT id, upload_id, file_name, language, role, charset, cues, bytes, added_at
            FROM upload_subtitles WHERE upload_id = ? ORDER BY language, role
            """)
        .bind(0, uploadId)
        .map((row, context) -> subtitles(row))
        .list();
  }

  private static Subtitles subtitles(ResultSet row) throws SQLException {
    return new Subtitles(
        row.getString("id"),
        row.getString("upload_id"),
        row.getString("file_name"),
        row.getString("language"),
        Role.ofWord(row.getString("role")).orElseThrow(),
        row.getString("charset"),
        row.getInt("cues"),
        row.getLong("bytes"),
        Instant.ofEpochMilli(row.getLong("added_at")));
  }

  /** In place of those of its language and role. */
  void add(Subtitles added) {
    handle.execute(
        "DELETE FROM upload_subtitles WHERE upload_id = ? AND language = ? AND role = ?",
        added.uploadId(),
        added.language(),
        added.role().word());
    handle
        .createUpdate(
            """
            INSERT INTO upload_subtitles (id, upload_id, file_name, language, role, charset, cues,
                                          bytes, added_at)
            VALUES (:id, :uploadId, :fileName, :language, :roleWord, :charset, :cues, :bytes,
                    :addedAt)
            """)
        .bindMethods(added)
        .bind("roleWord", added.role().word())
        .execute();
    changed(added.uploadId());
  }

  boolean remove(String uploadId, String id) {
    changed(uploadId);
    return handle.execute(
            "DELETE FROM upload_subtitles WHERE upload_id = ? AND id = ?", uploadId, id)
        == 1;
  }

  private void changed(String uploadId) {
    handle.execute("UPDATE upload SET form_version = form_version + 1 WHERE id = ?", uploadId);
  }
}

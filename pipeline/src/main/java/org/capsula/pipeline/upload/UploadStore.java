package org.capsula.pipeline.upload;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.upload.Upload.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps uploads, but for their forms. */
final class UploadStore {
  private static final String SELECT =
      """
      SELECT id, account_id, file_name, fingerprint, metadata, bytes, received, state, replaces,
             sha256, capsule_id, reason_code, reason, form_version, created_at, changed_at
      FROM upload
      """;

  private final Handle handle;

  UploadStore(Session session) {
    handle = session.handle();
    handle.registerColumnMapper(
        State.class,
        (row, column, context) -> State.valueOf(row.getString(column).toUpperCase(Locale.ROOT)));
  }

  void insert(Upload upload) {
    handle
        .createUpdate(
            """
            INSERT INTO upload (id, account_id, file_name, fingerprint, metadata, bytes, received,
                                state, replaces, form_version, created_at, changed_at)
            VALUES (:id, :accountId, :fileName, :fingerprint, :metadata, :bytes, :received,
                    :stateWord, :replaces, :formVersion, :createdAt, :changedAt)
            """)
        .bindMethods(upload)
        .bind("stateWord", upload.state().word())
        .execute();
  }

  Optional<Upload> find(String id) {
    return handle
        .createQuery(SELECT + "WHERE id = ?")
        .bind(0, id)
        .map(ConstructorMapper.of(Upload.class))
        .findOne();
  }

  /** Newest first. */
  List<Upload> ofAccount(String accountId) {
    return handle
        .createQuery(SELECT + "WHERE account_id = ? ORDER BY created_at DESC, id")
        .bind(0, accountId)
        .map(ConstructorMapper.of(Upload.class))
        .list();
  }

  /** In the order in which they came to this state. */
  List<Upload> inState(State state) {
    return handle
        .createQuery(SELECT + "WHERE state = ? ORDER BY changed_at, id")
        .bind(0, state.word())
        .map(ConstructorMapper.of(Upload.class))
        .list();
  }

  /**
   * Counts bytes that are on the disk.
   *
   * @param from what counted before
   * @return whether it was so
   */
  boolean advance(String id, long from, long to, Instant now) {
    return handle.execute(
            """
            UPDATE upload
            SET received = ?, changed_at = ?, state = CASE WHEN bytes = ? THEN 'checking' ELSE state END
            WHERE id = ? AND received = ? AND state = 'receiving'
            """,
            to,
            now,
            to,
            id,
            from)
        == 1;
  }

  /** The disk lost some of what counted: it was copied, or is failing. */
  void setBack(String id, long received) {
    handle.execute(
        "UPDATE upload SET received = ? WHERE id = ? AND state = 'receiving'", received, id);
  }

  /** The disk lost some of a whole: its bytes are asked for again. */
  void receiveAgain(String id, long received, Instant now) {
    handle.execute(
        """
        UPDATE upload
        SET received = ?, state = 'receiving', reason_code = NULL, reason = NULL, changed_at = ?
        WHERE id = ? AND state = 'checking'
        """,
        received,
        now,
        id);
  }

  /** What the whole is, from before it is moved into storage. */
  void setSha256(String id, String sha256) {
    handle.execute("UPDATE upload SET sha256 = ? WHERE id = ?", sha256, id);
  }

  /** Why it could not be taken in yet. */
  void setWaiting(String id, String code, String sentence) {
    handle.execute(
        "UPDATE upload SET reason_code = ?, reason = ? WHERE id = ? AND state = 'checking'",
        code,
        sentence,
        id);
  }

  /**
   * @param formVersion its form as it was used
   * @return whether it ended; not when its form was changed meanwhile, or it is gone
   */
  boolean end(End end, long formVersion, Instant now) {
    return handle.execute(
            """
            UPDATE upload
            SET state = ?, capsule_id = ?, reason_code = ?, reason = ?, changed_at = ?
            WHERE id = ? AND state = 'checking' AND form_version = ?
            """,
            end.state().word(),
            end.capsuleId(),
            end.reasonCode(),
            end.reason(),
            now,
            end.id(),
            formVersion)
        == 1;
  }

  /**
   * Of one whose first bytes tell that nothing can be made of it; the others need not come.
   *
   * @return whether its bytes were still coming
   */
  boolean refuse(String id, String code, String sentence, Instant now) {
    return handle.execute(
            """
            UPDATE upload SET state = 'refused', reason_code = ?, reason = ?, changed_at = ?
            WHERE id = ? AND state = 'receiving'
            """,
            code,
            sentence,
            now,
            id)
        == 1;
  }

  boolean delete(String id) {
    return handle.execute("DELETE FROM upload WHERE id = ?", id) == 1;
  }

  /**
   * @return whether it is gone; not where all its bytes have come and it may be taken in
   */
  boolean deleteUnlessWhole(String id) {
    return handle.execute("DELETE FROM upload WHERE id = ? AND state <> 'checking'", id) == 1;
  }

  /** Those that wait for bytes, or are told of, since before this. */
  List<String> untouchedSince(Instant before) {
    return handle
        .createQuery("SELECT id FROM upload WHERE state <> 'checking' AND changed_at < ?")
        .bind(0, before)
        .mapTo(String.class)
        .list();
  }

  /** Their ids; each has a folder. */
  List<String> unfinished() {
    return handle
        .createQuery("SELECT id FROM upload WHERE state IN ('receiving', 'checking')")
        .mapTo(String.class)
        .list();
  }

  /** What unfinished uploads of an account, or of all, will take. */
  Load load(@Nullable String accountId) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) AS uploads, COALESCE(SUM(bytes), 0) AS bytes,
                   COALESCE(SUM(received), 0) AS received
            FROM upload
            WHERE state IN ('receiving', 'checking') AND (:any OR account_id = :account)
            """)
        .bind("any", accountId == null)
        .bind("account", accountId)
        .map(ConstructorMapper.of(Load.class))
        .one();
  }

  /**
   * @param bytes of their wholes
   * @param received of those, the ones that are on the disk
   */
  record Load(long uploads, long bytes, long received) {}

  /** How an upload ended. */
  record End(
      String id,
      State state,
      @Nullable String capsuleId,
      @Nullable String reasonCode,
      @Nullable String reason) {}
}

package org.capsula.pipeline.upkeep;

import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Sums what the rows say of bytes, and keeps one sample a day. */
final class DiskUseStore {
  private final Handle handle;

  DiskUseStore(Session session) {
    handle = session.handle();
  }

  Sums sums() {
    return handle
        .createQuery(
            """
            SELECT
              (SELECT COALESCE(SUM(bytes), 0) FROM stored_file
               WHERE sha256 IN (SELECT footage_sha256 FROM capsule)) AS footage,
              (SELECT COALESCE(SUM(bytes), 0) FROM stored_file
               WHERE sha256 NOT IN (SELECT footage_sha256 FROM capsule)
                 AND sha256 NOT IN (SELECT name FROM unused WHERE kind = 'file')) AS texts,
              (SELECT COALESCE(SUM(bytes), 0) FROM edition_file
               WHERE edition_id NOT IN (SELECT name FROM unused WHERE kind = 'edition')) AS editions
            """)
        .map(ConstructorMapper.of(Sums.class))
        .one();
  }

  /** The last one of a day stays. */
  void save(Sample sample) {
    handle.execute(
        """
        INSERT INTO disk_sample (day, taken_at, used, free) VALUES (?, ?, ?, ?)
        ON CONFLICT (day) DO UPDATE
        SET taken_at = excluded.taken_at, used = excluded.used, free = excluded.free
        """,
        sample.day(),
        sample.takenAt(),
        sample.used(),
        sample.free());
  }

  /** Oldest first. */
  List<Sample> since(Instant start) {
    return handle
        .createQuery(
            """
            SELECT day, taken_at, used, free FROM disk_sample
            WHERE taken_at >= ? ORDER BY taken_at
            """)
        .bind(0, start)
        .map(ConstructorMapper.of(Sample.class))
        .list();
  }

  record Sums(long footage, long texts, long editions) {}

  /**
   * @param day ISO 8601, UTC
   * @param used bytes of the library
   * @param free bytes of the disk
   */
  record Sample(String day, Instant takenAt, long used, long free) {}
}

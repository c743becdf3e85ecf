package org.capsula.pipeline.announcement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes known what has come to pass with releases: each opening and closing once, also when the
 * clock rang late, twice or on two machines at a time. Nothing is shown or hidden by it.
 */
public final class Announcer {
  /** That it closes is said so long before. */
  public static final Duration BEFORE = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final Database database;

  public Announcer(Database database) {
    this.database = database;
  }

  private record Detail(String dueAt) {}

  /** What was not made known yet; returns it in the order of its times. */
  public List<Announcement> ring(Instant now) {
    List<Announcement> due =
        database.look(session -> new AnnouncementStore(session).due(now, BEFORE));
    List<Announcement> made =
        due.isEmpty()
            ? List.of()
            : database.inTransaction(
                session -> {
                  AnnouncementStore store = new AnnouncementStore(session);
                  AuditStore audit = new AuditStore(session);
                  List<Announcement> fresh = due.stream().filter(store::add).toList();
                  fresh.forEach(
                      each ->
                          audit.add(
                              each.capsuleId(),
                              null,
                              each.kind().word(),
                              new Detail(each.dueAt().toString()),
                              now));
                  return fresh;
                });
    made.forEach(
        each ->
            LOG.info("capsule {} {} (due {})", each.capsuleId(), each.kind().word(), each.dueAt()));
    return made;
  }

  /** When to ring next. */
  public Optional<Instant> next(Instant now) {
    return database.look(session -> new AnnouncementStore(session).next(now, BEFORE));
  }
}

package org.capsula.pipeline.studio;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.storage.StoredFile;

/** A library whose queue nobody works on, and whose time stands where it is put. */
final class TestStudio implements AutoCloseable {
  static final Instant NOON = TestCatalogue.NOON;

  final Library library;
  final TestCatalogue catalogue;
  final ProductionQueue queue;
  final StudioActions actions;
  final StudioList list;
  private Instant now = NOON;

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  TestStudio(Path folder) {
    library = TestDatabase.library(folder.resolve("library"));
    catalogue = new TestCatalogue(library.database());
    queue =
        new ProductionQueue(library, new Producer(), clock, QueueSettings.DEFAULT, sentence -> {});
    actions = new StudioActions(library.database(), queue, clock);
    list = new StudioList(library.database(), 1, clock);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  <T> T write(Function<Session, T> work) {
    return library.database().inTransaction(work);
  }

  /** A capsule that came in now, with footage of so many bytes. */
  void add(String id, long bytes) {
    Capsule capsule =
        new Capsule(
            id, "slug-" + id, "f-" + id, id + ".mov", null, null, null, null, null, null, now);
    write(
        session -> {
          new StoredFileStore(session).save(new StoredFile("f-" + id, bytes, true), now);
          new CapsuleStore(session).insert(capsule);
          return true;
        });
  }

  String queue(String id, long bytes) {
    return write(session -> queue.add(session, id, bytes));
  }

  /** As a worker would. */
  Lease begin(String productionId) {
    return write(
        session -> {
          session
              .handle()
              .execute(
                  "UPDATE scheduled_tasks SET picked = ? WHERE task_instance = ?",
                  true,
                  productionId);
          return new Lease(
              productionId, new ProductionStore(session).begin(productionId, now).orElseThrow());
        });
  }

  boolean progress(Lease lease, int percent) {
    return write(session -> new ProductionStore(session).progress(lease, "transcoding", percent));
  }

  /** With an edition of the capsule's. */
  boolean finish(Lease lease, String capsuleId) {
    boolean written =
        write(session -> new ProductionStore(session).finish(lease, capsuleId + "e", now));
    if (written) {
      catalogue.addEdition(capsuleId, "e", false);
    }
    return written;
  }

  void fail(Lease lease, String code) {
    write(
        session ->
            new ProductionStore(session)
                .giveUp(
                    lease,
                    Production.State.FAILED,
                    new ProductionStore.Reason(code, "It is so.", false),
                    now));
  }

  StudioItem find(String id) {
    return list.find(id).orElseThrow();
  }

  /** Its newest. */
  Production production(String id) {
    return Objects.requireNonNull(find(id).production());
  }

  Outlook outlook(String id) {
    return Objects.requireNonNull(find(id).outlook());
  }

  List<String> ids(Show show) {
    return list.page(new StudioFilter(show, null), null, 100).items().stream()
        .map(item -> item.capsule().id())
        .toList();
  }

  long count(String table) {
    return library
        .database()
        .look(
            session ->
                session
                    .handle()
                    .createQuery("SELECT COUNT(*) FROM " + table)
                    .mapTo(Long.class)
                    .one());
  }

  @Override
  public void close() {
    queue.close();
    library.close();
  }
}

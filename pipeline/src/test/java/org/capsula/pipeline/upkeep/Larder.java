package org.capsula.pipeline.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.capsula.pipeline.SetClock;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;

/** A library with real files and no encoder, and a clock that begins today. */
final class Larder implements AutoCloseable {
  static final Duration KEPT = Duration.ofDays(30);

  final SetClock clock;
  final Library library;
  final Storage storage;
  final Pruning pruning;

  Larder(Path folder) throws IOException {
    library = TestDatabase.library(folder.resolve("library"));
    storage = library.storage();
    // Files have the time of the machine, so the clock begins there, and whatever is stored now
    // is two days old for it.
    Path mark = Files.createFile(folder.resolve("mark"));
    Instant stored = Files.getLastModifiedTime(mark).toInstant().truncatedTo(ChronoUnit.MILLIS);
    clock = new SetClock(stored.plus(Duration.ofDays(2)));
    pruning = new Pruning(library, KEPT);
  }

  Instant now() {
    return clock.instant();
  }

  /** Cranks the chore as many days later. */
  void pruneAfter(int days) throws IOException {
    clock.forward(Duration.ofDays(days));
    pruning.run(now());
  }

  /**
   * @return the SHA-256 of its footage
   */
  String addCapsule(String id) throws IOException {
    StoredFile footage = storage.store("footage of " + id);
    library
        .database()
        .useTransaction(
            session -> {
              new StoredFileStore(session).save(footage, now());
              new CapsuleStore(session)
                  .insert(
                      new Capsule(
                          id,
                          id,
                          footage.sha256(),
                          id + ".mov",
                          null,
                          null,
                          null,
                          null,
                          null,
                          null,
                          now()));
            });
    return footage.sha256();
  }

  /** The edition of this word; the same for every capsule that has it. */
  void show(String capsule, String word) throws IOException {
    putInPlace(word);
    library
        .database()
        .useTransaction(
            session -> {
              new EditionStore(session)
                  .insert(
                      new Edition(word, Duration.ofSeconds(9), 640, 360, false, "{}", now()),
                      new Edition.Content(
                          List.of(new Edition.File("video-360.mp4", 5, "hash")),
                          List.of(),
                          List.of()));
              new CapsuleStore(session).showEdition(capsule, word);
            });
  }

  /** In storage only, with the note of the recipe that gave it. */
  void putInPlace(String word) throws IOException {
    Path made = Files.createDirectories(storage.work().resolve("made-" + word));
    Files.writeString(made.resolve("video-360.mp4"), "12345");
    if (!storage.adoptEdition(made, word)) {
      Files.delete(made.resolve("video-360.mp4"));
      Files.delete(made);
    }
    storage.keepNote("recipe of " + word, "{\"id\":\"" + word + "\"}");
  }

  void queueProduction(String id, String capsule) {
    library
        .database()
        .useTransaction(session -> new ProductionStore(session).queue(id, capsule, now()));
  }

  void beginProduction(String id) {
    library.database().useTransaction(session -> new ProductionStore(session).begin(id, now()));
  }

  void cancelProduction(String id) {
    sql("UPDATE production SET state = 'cancelled' WHERE id = '" + id + "'");
  }

  void sql(String statement) {
    library.database().useTransaction(session -> session.handle().execute(statement));
  }

  int count(String table) {
    return library
        .database()
        .look(
            session ->
                session
                    .handle()
                    .createQuery("SELECT COUNT(*) FROM " + table)
                    .mapTo(Integer.class)
                    .one());
  }

  boolean hasEdition(String word) {
    return Files.exists(storage.edition(word));
  }

  boolean hasFile(String sha256) {
    return Files.exists(storage.file(sha256));
  }

  @Override
  public void close() {
    library.close();
  }
}

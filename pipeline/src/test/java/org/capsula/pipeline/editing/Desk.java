package org.capsula.pipeline.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.capsula.pipeline.SharedData;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;

/** An editor's desk: a library with capsules of real footage, and everything that changes them. */
final class Desk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final QueueSettings QUICK =
      new QueueSettings(
          1,
          Duration.ofMillis(50),
          Duration.ofMillis(500),
          Duration.ofMinutes(2),
          3,
          Duration.ofMillis(100));

  private final Path folder;

  /** As fine as the database keeps time: what is read equals what was written. */
  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

  private final List<String> told = new CopyOnWriteArrayList<>();
  final Library library;
  final ProductionQueue queue;
  final CapsuleEdits capsules;
  final SubtitleEdits subtitles;
  final DocumentEdits documents;
  final PosterEdits posters;
  final RemovedFiles removed;

  Desk(Path folder) {
    this.folder = folder;
    library = TestDatabase.library(folder.resolve("library"));
    queue = new ProductionQueue(library, new Producer(), clock, QUICK, told::add);
    capsules = new CapsuleEdits(library.database(), queue, clock);
    subtitles = new SubtitleEdits(library.database(), library.storage(), clock);
    documents = new DocumentEdits(library.database(), library.storage(), clock);
    posters = new PosterEdits(library.database(), library.storage(), clock, Duration.ofMinutes(2));
    removed = new RemovedFiles(library.database(), clock);
  }

  /**
   * Published; nothing is made of it before the queue is started.
   *
   * @param sideCars name and content in turn
   * @return its id
   */
  String add(String footage, String... sideCars) throws IOException {
    Path in = Files.createTempDirectory(folder, "in");
    Files.copy(SharedData.path(footage), in.resolve("film.mp4"));
    for (int i = 0; i < sideCars.length; i += 2) {
      Files.writeString(in.resolve(sideCars[i]), sideCars[i + 1], StandardCharsets.UTF_8);
    }
    Importer importer = new Importer(library, queue, clock);
    return Objects.requireNonNull(
        importer.take(DeliveryScan.of(in).deliveries().get(0), /* publish= */ true).capsuleId());
  }

  /** A film of a second that nobody makes anything of. */
  String addDraft() throws IOException {
    return add("media/with-chapters.mp4");
  }

  <T> T look(Function<Session, T> question) {
    return library.database().look(question);
  }

  Capsule capsule(String id) {
    return look(session -> new CapsuleStore(session).byId(id)).orElseThrow();
  }

  List<Track> tracks(String capsuleId) {
    return look(session -> new TrackStore(session).of(capsuleId));
  }

  Viewing viewing(String capsuleId) {
    return look(session -> new ViewingStore(session).byId(capsuleId, clock.instant()))
        .orElseThrow();
  }

  /** What players get of it. */
  String webVtt(Track track) throws IOException {
    return Files.readString(library.storage().file(track.webvttSha256()));
  }

  List<Production> productions(String capsuleId) {
    return look(session -> new ProductionStore(session).ofCapsule(capsuleId));
  }

  /** The newest production's end. */
  Production awaitEnd(String capsuleId) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!productions(capsuleId).get(0).state().isEnd()) {
      assertThat(System.nanoTime()).as(productions(capsuleId) + ", told " + told).isLessThan(end);
      Thread.sleep(20);
    }
    return productions(capsuleId).get(0);
  }

  @Override
  public void close() {
    queue.close();
    library.close();
  }
}

package org.capsula.server.http.jetty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.PosterStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.delivery.Delivery;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.AtRest;
import org.capsula.server.SharedData;
import org.capsula.server.http.Address;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;
import org.jspecify.annotations.Nullable;

/** The real application over a small real library, with a clock that stands where it is put. */
final class RealSite implements AutoCloseable {
  final Library library;
  final RawClient client;
  final String edition;
  private final WebServer server;
  private final Running running;
  private final Site site;
  private final String capsule;
  private Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

  RealSite(Path folder) throws Exception {
    library = Library.open(folder.resolve("library"));
    produce(deliveries(folder));
    capsule =
        library
            .database()
            .look(session -> new CapsuleStore(session).bySlug("film"))
            .orElseThrow()
            .id();
    edition =
        Objects.requireNonNull(
            library
                .database()
                .look(session -> new CapsuleStore(session).byId(capsule))
                .orElseThrow()
                .editionId());
    choosePoster();
    running = AtRest.over(library, new Standing());
    running.search().follow();
    site = Routes.of(running);
    server = new WebServer("127.0.0.1", 0, site);
    server.start();
    client = new RawClient(server.port());
  }

  private void choosePoster() throws IOException {
    StoredFile still =
        library
            .storage()
            .store(Files.readAllBytes(library.storage().edition(edition).resolve("poster.jpg")));
    library
        .database()
        .useTransaction(
            session -> {
              new StoredFileStore(session).save(still, now);
              new PosterStore(session)
                  .save(capsule, new Poster(still.sha256(), still.bytes(), null));
            });
  }

  private static List<Delivery> deliveries(Path folder) throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(SharedData.path("media/with-chapters.mp4"), in.resolve("film.mp4"));
    Files.writeString(in.resolve("film.el.srt"), "1\n00:00:00,000 --> 00:00:01,000\nΓειά\n");
    Files.writeString(
        in.resolve("film.fiche.pdf"), "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n");
    return DeliveryScan.of(in).deliveries();
  }

  private void produce(List<Delivery> deliveries) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    try (ProductionQueue queue =
        new ProductionQueue(
            library, new Producer(), clock, QueueSettings.DEFAULT, sentence -> {})) {
      Importer importer = new Importer(library, queue, clock);
      deliveries.forEach(delivery -> importer.take(delivery, true));
      queue.start();
      while (!queue.isIdle()) {
        Thread.sleep(50);
      }
    }
  }

  /** From an hour ago on. */
  void release(@Nullable Instant closes) {
    release(Release.Audience.PUBLIC, now.minusSeconds(3600), closes);
  }

  void release(Release.Audience audience, Instant opens, @Nullable Instant closes) {
    Release release = Release.of(capsule, audience, opens, closes, ZoneId.of("UTC"), List.of());
    library.database().useTransaction(session -> new ReleaseStore(session).save(release));
  }

  /** The table of routes. */
  List<Address> addresses() {
    return site.addresses();
  }

  /** What the clock does when it rings. */
  void ring() {
    running.housekeeping().operations().chores().run("announcements");
  }

  Instant now() {
    return now;
  }

  void setClock(Instant instant) {
    now = instant;
  }

  @Override
  public void close() {
    server.close();
    library.close();
  }

  private final class Standing extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

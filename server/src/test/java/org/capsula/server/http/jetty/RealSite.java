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
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.delivery.Delivery;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.server.AtRest;
import org.capsula.server.SharedData;
import org.capsula.server.serve.Routes;
import org.jspecify.annotations.Nullable;

/** The real application over a small real library, with a clock that stands where it is put. */
final class RealSite implements AutoCloseable {
  final Library library;
  final RawClient client;
  final String edition;
  private final WebServer server;
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
    server = new WebServer("127.0.0.1", 0, Routes.of(AtRest.over(library, new Standing())));
    server.start();
    client = new RawClient(server.port());
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
    Release release =
        new Release(
            capsule,
            Release.Audience.PUBLIC,
            now.minusSeconds(3600),
            closes,
            ZoneId.of("UTC"),
            List.of());
    library.database().useTransaction(session -> new ReleaseStore(session).save(release));
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

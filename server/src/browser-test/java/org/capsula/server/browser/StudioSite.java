package org.capsula.server.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.delivery.Delivery;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.server.AtRest;
import org.capsula.server.SharedData;
import org.capsula.server.http.Caller;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;

/** The real application over one real film, where everybody is Ana of the media team. */
final class StudioSite implements AutoCloseable {
  final Library library;
  final String origin;
  final String capsule;
  private final WebServer server;

  /**
   * @param subtitles Greek SubRip
   */
  StudioSite(Path folder, String film, String subtitles) throws Exception {
    library = Library.open(folder.resolve("library"));
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(SharedData.path("media/" + film), in.resolve("film.mp4"));
    Files.writeString(in.resolve("film.el.srt"), subtitles);
    produce(in);
    capsule =
        library
            .database()
            .look(session -> new CapsuleStore(session).bySlug("film"))
            .orElseThrow()
            .id();
    Clock clock = Clock.systemUTC();
    library
        .database()
        .useTransaction(
            session ->
                new AccountStore(session)
                    .insert(
                        new Account(
                            "a-1", "ana", "Ana", Role.MEDIA, false, true, clock.instant())));
    Site site = Routes.of(AtRest.over(library, clock));
    server =
        new WebServer(
            "127.0.0.1", 0, site.with(request -> Caller.session("s-1", "a-1", "Ana", Role.MEDIA)));
    server.start();
    origin = "http://127.0.0.1:" + server.port();
  }

  private void produce(Path in) throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    try (ProductionQueue queue =
        new ProductionQueue(
            library, new Producer(), clock, QueueSettings.DEFAULT, sentence -> {})) {
      Importer importer = new Importer(library, queue, clock);
      for (Delivery delivery : DeliveryScan.of(in).deliveries()) {
        importer.take(delivery, true);
      }
      queue.start();
      while (!queue.isIdle()) {
        Thread.sleep(50);
      }
    }
  }

  Track track() {
    List<Track> tracks = library.database().look(session -> new TrackStore(session).of(capsule));
    return tracks.get(0);
  }

  String edition() {
    return Objects.requireNonNull(
        library
            .database()
            .look(session -> new CapsuleStore(session).byId(capsule))
            .orElseThrow()
            .editionId());
  }

  int productions() {
    return library
        .database()
        .look(session -> new ProductionStore(session).ofCapsule(capsule))
        .size();
  }

  @Override
  public void close() {
    server.close();
    library.close();
  }
}

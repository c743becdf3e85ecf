package org.capsula.server.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.account.proof.SignInSession;
import org.capsula.pipeline.delivery.Delivery;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.server.SharedData;
import org.capsula.server.http.Caller;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;

/** The real application at work on an empty library, where everybody is Ana of the media team. */
final class LiveStudio implements AutoCloseable {
  final Library library;
  final String origin;
  private final Path folder;
  private final Clock clock = Clock.systemUTC();
  private final Running running;
  private final ProductionQueue queue;
  private final WebServer server;

  LiveStudio(Path folder) {
    this.folder = folder;
    library = Library.open(folder.resolve("library"));
    letAnaIn();
    running = Running.over(library, new Producer(), clock, QueueSettings.DEFAULT, sentence -> {});
    queue = running.queue();
    Site site = Routes.of(running);
    server =
        new WebServer(
            "127.0.0.1", 0, site.with(request -> Caller.session("s-1", "a-1", "Ana", Role.MEDIA)));
    server.start();
    queue.start();
    origin = "http://127.0.0.1:" + server.port();
  }

  private void letAnaIn() {
    Instant now = clock.instant();
    library
        .database()
        .useTransaction(
            session -> {
              new AccountStore(session)
                  .insert(new Account("a-1", "ana", "Ana", Role.MEDIA, false, true, now));
              new SessionStore(session)
                  .insert(
                      new SignInSession(
                          "s-1",
                          "a-1",
                          "a test",
                          now,
                          now,
                          Duration.ofHours(6),
                          now.plus(Duration.ofDays(1))),
                      Secret.random());
            });
  }

  /**
   * @param name of the footage, without ending
   * @param subtitles SubRip in Greek; empty for none
   * @return the capsule's id
   */
  String deliver(String film, String name, String subtitles) throws IOException {
    return deliver(SharedData.path("media/" + film), name, subtitles);
  }

  String deliver(Path film, String name, String subtitles) throws IOException {
    Path in = Files.createDirectory(folder.resolve(name));
    Files.copy(film, in.resolve(name + ".mp4"));
    if (!subtitles.isEmpty()) {
      Files.writeString(in.resolve(name + ".el.srt"), subtitles);
    }
    Delivery delivery = DeliveryScan.of(in).deliveries().get(0);
    return Objects.requireNonNull(
        new Importer(library, queue, clock).take(delivery, false).capsuleId());
  }

  @Override
  public void close() {
    server.close();
    running.close();
  }
}

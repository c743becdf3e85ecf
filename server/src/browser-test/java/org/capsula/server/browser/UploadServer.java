package org.capsula.server.browser;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.upload.UploadSettings;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.AtRest;
import org.capsula.server.http.Caller;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;

/** The real application, where everybody is Ana of the media team and nothing is produced. */
final class UploadServer implements AutoCloseable {
  private final Path folder;
  private Library library;
  private Running running;
  private WebServer server;
  private final int port;

  UploadServer(Path folder) {
    this.folder = folder;
    open(0);
    port = server.port();
    library
        .database()
        .useTransaction(
            session ->
                new AccountStore(session)
                    .insert(
                        new Account(
                            "a-1",
                            "ana",
                            "Ana",
                            Role.MEDIA,
                            false,
                            true,
                            Clock.systemUTC().instant())));
  }

  private void open(int wanted) {
    Clock clock = Clock.systemUTC();
    library = Library.open(folder);
    Running usual = AtRest.over(library, clock);
    // Small, so that a short film has many places to go on from.
    UploadSettings settings = UploadSettings.DEFAULT.withCheckpoint(64 * 1024);
    Uploads uploads = Uploads.in(library, usual.queue(), settings, clock);
    running =
        new Running(
            clock,
            library,
            usual.queue(),
            usual.importer(),
            uploads,
            usual.search(),
            usual.housekeeping());
    Site site = Routes.of(running);
    server =
        new WebServer(
            "127.0.0.1",
            wanted,
            site.with(request -> Caller.session("s-1", "a-1", "Ana", Role.MEDIA)));
    server.start();
    uploads.start();
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** To the browser, as if the machine were gone. */
  void kill() {
    close();
  }

  void restart() {
    open(port);
  }

  Path stored(String sha256) {
    return library.storage().file(sha256);
  }

  private String value(String sql, String name) {
    return library
        .database()
        .look(session -> session.handle().createQuery(sql).bind(0, name).mapTo(String.class).one());
  }

  /** That are known of, whatever became of them. */
  long uploads() {
    return library
        .database()
        .look(
            session ->
                session
                    .handle()
                    .createQuery("SELECT COUNT(*) FROM upload")
                    .mapTo(Long.class)
                    .one());
  }

  List<String> languagesOf(String footage) {
    String id = value("SELECT id FROM capsule WHERE footage_name = ?", footage);
    return library.database().look(session -> new TrackStore(session).of(id)).stream()
        .map(track -> track.language())
        .toList();
  }

  String titleOf(String footage) {
    return Objects.requireNonNull(
        value(
            """
            SELECT t.title FROM capsule_text t JOIN capsule c ON c.id = t.capsule_id
            WHERE c.footage_name = ?
            """,
            footage));
  }

  @Override
  public void close() {
    server.close();
    running.close();
  }
}

package org.capsula.server.editor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.server.SharedData;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Request;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;
import org.jspecify.annotations.Nullable;

/** The real routes over a library with one capsule, where everybody is whom their header says. */
public final class EditedSite implements AutoCloseable {
  private final Path folder;
  private final Running running;
  private final WebServer web;
  private final HttpClient client = HttpClient.newHttpClient();
  private String capsule = "";
  private String slug = "";

  private EditedSite(Path folder, Role otherwise) {
    this.folder = folder;
    running =
        Running.over(
            Library.open(folder.resolve("library")),
            new Producer(),
            Clock.systemUTC(),
            QueueSettings.DEFAULT,
            said -> {});
    running
        .library()
        .database()
        .useTransaction(
            session ->
                new AccountStore(session)
                    .insert(
                        new Account(
                            "account", "ana", "Ana", otherwise, false, true, Instant.EPOCH)));
    Site real = Routes.of(running);
    Caller.Finder finder = request -> caller(request, otherwise);
    web =
        new WebServer(
            "127.0.0.1", 0, new Site(real.routes(), real.errorPage(), real.api(), finder));
    web.start();
  }

  private static Caller caller(Request request, Role otherwise) {
    Role role = request.header("Test-Role").map(Role::valueOf).orElse(otherwise);
    return Caller.session("session", "account", "Ana", role);
  }

  /**
   * @param otherwise the role of those whose request names none
   */
  public static EditedSite open(Path folder, Role otherwise) {
    return new EditedSite(folder, otherwise);
  }

  /** Published, and made to its end. */
  public EditedSite add(String footage, String... sideCars)
      throws IOException, InterruptedException {
    Path in = Files.createTempDirectory(folder, "in");
    Files.copy(SharedData.path(footage), in.resolve("film.mp4"));
    for (int i = 0; i < sideCars.length; i += 2) {
      Files.writeString(in.resolve(sideCars[i]), sideCars[i + 1], StandardCharsets.UTF_8);
    }
    Outcome outcome =
        running.importer().take(DeliveryScan.of(in).deliveries().get(0), /* publish= */ true);
    capsule = Objects.requireNonNull(outcome.capsuleId());
    slug = Objects.requireNonNull(outcome.slug());
    running.queue().start();
    awaitIdle();
    return this;
  }

  public void awaitIdle() throws InterruptedException {
    while (!running.queue().isIdle()) {
      Thread.sleep(20);
    }
  }

  public Library library() {
    return running.library();
  }

  public String capsule() {
    return capsule;
  }

  public String slug() {
    return slug;
  }

  public String origin() {
    return "http://127.0.0.1:" + web.port();
  }

  /** A request of a page of ours, by somebody of this role. */
  HttpResponse<String> send(
      Role role, String method, String path, @Nullable String seen, byte[] body, String type)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .header("Test-Role", role.name())
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", type)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (seen != null) {
      request.header("If-Match", "\"" + seen + "\"");
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    web.close();
    running.close();
  }
}

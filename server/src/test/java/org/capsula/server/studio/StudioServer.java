package org.capsula.server.studio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.account.proof.SignInSession;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.pipeline.production.ProductionStore.Reason;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.AtRest;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;

/** The real application over an empty library whose productions the test itself works on. */
final class StudioServer implements AutoCloseable {
  final Library library;
  final ProductionQueue queue;
  private final Running running;
  private final Clock clock = Clock.systemUTC();
  private final WebServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private boolean closed;

  StudioServer(Path folder) {
    library = Library.open(folder.resolve("library"));
    running = AtRest.over(library, clock);
    queue = running.queue();
    server = new WebServer("127.0.0.1", 0, Routes.of(running));
    server.start();
  }

  /** Somebody of this role who has just signed in. */
  record Visitor(String account, String session, String cookie) {}

  Visitor visitor(Role role) {
    String id = UUID.randomUUID().toString();
    String session = UUID.randomUUID().toString();
    Secret secret = Secret.random();
    Instant now = clock.instant();
    write(
        s -> {
          new AccountStore(s).insert(new Account(id, id, "Ana", role, false, true, now));
          new SessionStore(s)
              .insert(
                  new SignInSession(
                      session,
                      id,
                      "a test",
                      now,
                      now,
                      Duration.ofHours(1),
                      now.plus(Duration.ofDays(1))),
                  secret);
          return true;
        });
    return new Visitor(id, session, "capsula=" + secret.text());
  }

  <T> T write(Function<Session, T> work) {
    return library.database().inTransaction(work);
  }

  void signOut(Visitor visitor) {
    write(s -> new SessionStore(s).end(visitor.account(), visitor.session()));
  }

  void addCapsule(String id, String title) {
    Instant now = clock.instant();
    write(
        s -> {
          new StoredFileStore(s).save(new StoredFile("f-" + id, 1_000_000, true), now);
          new CapsuleStore(s)
              .insert(
                  new Capsule(
                      id, id, "f-" + id, id + ".mov", null, null, null, null, null, null, now));
          new CapsuleTextStore(s)
              .replace(id, new CapsuleTexts(new Texts(Map.of("fr", title)), Texts.NONE, Map.of()));
          return true;
        });
  }

  String produce(String id) {
    return write(s -> queue.add(s, id, 1_000_000));
  }

  Lease begin(String production) {
    return write(
        s ->
            new Lease(
                production,
                new ProductionStore(s).begin(production, clock.instant()).orElseThrow()));
  }

  void progress(Lease lease, int percent) {
    write(s -> new ProductionStore(s).progress(lease, "transcoding", percent));
  }

  void fail(Lease lease, String code, String sentence) {
    Reason reason = new Reason(code, sentence, true);
    write(s -> new ProductionStore(s).giveUp(lease, State.FAILED, reason, clock.instant()));
  }

  State newest(String id) {
    return library.database().look(s -> new ProductionStore(s).ofCapsule(id)).get(0).state();
  }

  HttpResponse<String> get(Visitor visitor, String path) throws Exception {
    return client.send(request(visitor, path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> send(Visitor visitor, String method, String path) throws Exception {
    return client.send(
        request(visitor, path).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> put(Visitor visitor, String path, String json) throws Exception {
    return client.send(
        request(visitor, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(Visitor visitor, String path) throws Exception {
    return client.send(
        request(visitor, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(""))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(Visitor visitor, String path) {
    String origin = "http://127.0.0.1:" + server.port();
    return HttpRequest.newBuilder(URI.create(origin + path))
        .timeout(Duration.ofMinutes(1))
        .header("Cookie", visitor.cookie())
        .header("Origin", origin)
        .header("Accept-Language", "fr");
  }

  /** The stream of events, as a browser asks for it. */
  Events listen(Visitor visitor) throws Exception {
    return new Events(
        client.send(
            request(visitor, "/api/studio/events")
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .header("Last-Event-ID", "whatever")
                .build(),
            BodyHandlers.ofInputStream()));
  }

  /** What comes through it. */
  static final class Events implements AutoCloseable {
    final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    Events(HttpResponse<InputStream> answer) {
      this.answer = answer;
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The lines of the next event, or of a comment; empty when the stream has ended. */
    String next() throws IOException {
      StringBuilder event = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && event.length() > 0) {
          return event.toString();
        }
        event.append(line.isEmpty() ? "" : line + "\n");
      }
      return "";
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  void stop() {
    closed = true;
    server.close();
  }

  @Override
  public void close() {
    if (!closed) {
      server.close();
    }
    running.close();
  }
}

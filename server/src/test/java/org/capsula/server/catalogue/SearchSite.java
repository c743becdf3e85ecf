package org.capsula.server.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.AtRest;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/** The real application over a library that a test fills, at a time that it sets. */
final class SearchSite implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  private final Library library;
  private final Running running;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Instant now = NOON;

  SearchSite(Path folder) {
    library = Library.open(folder.resolve("library"));
    running = AtRest.over(library, clock());
    server = new WebServer("127.0.0.1", 0, Routes.of(running));
    server.start();
  }

  private Clock clock() {
    return new Clock() {
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
  }

  void setTo(Instant time) {
    now = time;
  }

  /** With a film of a minute and a half, and not to be seen. */
  void add(String id, String title, List<String> themes, @Nullable String country) {
    Edition edition = new Edition("e-" + id, Duration.ofSeconds(90), 640, 360, false, "{}", NOON);
    library
        .database()
        .useTransaction(
            s -> {
              new StoredFileStore(s).save(new StoredFile("f-" + id, 1, true), NOON);
              new SituationStore(s)
                  .save(new Situation("s-" + id, Texts.NONE, Texts.NONE, themes, country), NOON);
              new CapsuleStore(s)
                  .insert(
                      new Capsule(
                          id, id, "f-" + id, id, "fr", "s-" + id, null, null, null, null, NOON));
              new CapsuleTextStore(s)
                  .replace(
                      id, new CapsuleTexts(new Texts(Map.of("fr", title)), Texts.NONE, Map.of()));
              new EditionStore(s)
                  .insert(edition, new Edition.Content(List.of(), List.of(), List.of()));
              new CapsuleStore(s).showEdition(id, edition.id());
            });
  }

  void release(String id, Instant opens, @Nullable Instant closes) {
    Release release =
        new Release(
            id,
            Audience.PUBLIC,
            opens,
            closes,
            ZoneId.of("Europe/Brussels"),
            List.of(),
            Release.Notices.NONE);
    library.database().useTransaction(s -> new ReleaseStore(s).save(release));
  }

  void say(String id, String language, String webvtt) {
    try {
      StoredFile stored = library.storage().store("WEBVTT\n\n" + webvtt);
      library
          .database()
          .useTransaction(
              s -> {
                new StoredFileStore(s).save(stored, NOON);
                new TrackStore(s)
                    .save(
                        new Track(
                            id + language,
                            id,
                            language,
                            Role.SUBTITLES,
                            stored.sha256(),
                            "film.vtt",
                            "webvtt",
                            "UTF-8",
                            stored.sha256(),
                            stored.bytes(),
                            1,
                            "[]",
                            NOON));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void follow() throws IOException {
    running.search().follow();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Accept-Language", "fr")
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
    running.close();
  }
}

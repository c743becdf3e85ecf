package org.capsula.server.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.PosterStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.cues.SmallLibrary;
import org.capsula.server.http.Access;
import org.capsula.server.http.InMemory;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capsule without a release: the public sees nothing of it. */
class PreviewFilesTest {
  private static final String BASE = "/studio/preview/{capsule}";
  private static final String WEBVTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nΓειά\n";

  private SmallLibrary small;
  private PreviewFiles previews;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    small = new SmallLibrary(folder);
    previews =
        new PreviewFiles(
            small.library.database(),
            new EditionTracks(small.library.database()),
            small.library.storage());
  }

  @AfterEach
  void close() {
    small.close();
  }

  @Test
  void everyAddress_isForTheStudioAlone() {
    assertThat(previews.routes()).hasSize(3);
    assertThat(previews.routes())
        .extracting(route -> route.address().access())
        .containsOnly(Access.STUDIO);
  }

  @Test
  void heldEdition_canBeSeen() throws IOException {
    small.addEdition("e1", true);

    Response media =
        answer(
            "/media/{edition}/{file}",
            Map.of("capsule", "one", "edition", "e1", "file", "video-360.mp4"),
            Map.of());

    assertThat(media.status()).isEqualTo(200);
    assertThat(media.caching().cacheControl()).isEqualTo("private, no-store");
  }

  @Test
  void poster_isTheChosenOneThenTheEditionsThenNone() throws IOException {
    assertThat(poster()).as("no edition yet").isNull();
    small.addEdition("e1", true);
    assertThat(poster()).isEqualTo("/studio/preview/one/media/e1/poster.jpg");
    Map<String, String> own = Map.of("capsule", "one", "edition", "e1", "file", "poster.jpg");
    assertThat(answer("/media/{edition}/{file}", own, Map.of()).mediaType())
        .isEqualTo("image/jpeg");

    write(
        session -> session.handle().execute("DELETE FROM edition_file WHERE name = 'poster.jpg'"));
    assertThat(poster()).as("sound alone").isNull();

    StoredFile picture = small.library.storage().store("picture");
    write(session -> new StoredFileStore(session).save(picture, Instant.EPOCH));
    write(session -> new PosterStore(session).save("one", new Poster(picture.sha256(), 7, null)));
    assertThat(poster()).isEqualTo("/api/studio/capsules/one/poster/" + picture.sha256() + ".jpg");
  }

  private void write(Consumer<Session> work) {
    small.library.database().useTransaction(work);
  }

  private @Nullable String poster() {
    return small
        .library
        .database()
        .look(
            session ->
                Optional.ofNullable(
                    Previews.poster(session, new CapsuleStore(session).byId("one").orElseThrow())))
        .orElse(null);
  }

  @Test
  void olderEdition_staysForThoseWhoAreWatchingIt() throws IOException {
    small.addEdition("e1", false);
    small.addEdition("e2", false);

    Map<String, String> older = Map.of("capsule", "one", "edition", "e1", "file", "video-360.mp4");
    assertThat(answer("/media/{edition}/{file}", older, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void playlist_namesTextsOnlyWhereTheyAreWanted() throws IOException {
    small.addEdition("e1", true);
    Track track = small.addTrack("el", WEBVTT);

    Response with = answer("/multivariant.m3u8", Map.of("capsule", "one"), Map.of());
    Response bare = answer("/multivariant.m3u8", Map.of("capsule", "one"), Map.of("text", "none"));

    String address = "/studio/preview/one/text/" + track.webvttSha256() + "/el.m3u8";
    assertThat(text(with)).contains(address);
    assertThat(text(bare)).startsWith("#EXTM3U").doesNotContain("/text/");
    assertThat(with.caching().cacheControl()).isEqualTo("private, no-store");
  }

  @Test
  void track_isReadAtItsHashAlone() throws IOException {
    small.addEdition("e1", true);
    Track track = small.addTrack("el", WEBVTT);
    String hash = track.webvttSha256();

    assertThat(text(textOf("one", hash, "el.vtt"))).isEqualTo(WEBVTT);
    assertThat(text(textOf("one", hash, "el.m3u8"))).contains("el.vtt");
    assertThat(textOf("one", hash, "fr.vtt").status()).isEqualTo(404);
    assertThat(textOf("one", "0".repeat(64), "el.vtt").status()).isEqualTo(404);
    assertThat(textOf("two", hash, "el.vtt").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotThere_is404() throws IOException {
    assertThat(answer("/multivariant.m3u8", Map.of("capsule", "one"), Map.of()).status())
        .as("no edition yet")
        .isEqualTo(404);
    small.addEdition("e1", false);

    for (Map<String, String> other :
        List.of(
            Map.of("capsule", "two", "edition", "e1", "file", "video-360.mp4"),
            Map.of("capsule", "one", "edition", "e9", "file", "video-360.mp4"),
            Map.of("capsule", "one", "edition", "e1", "file", "report.json"))) {
      assertThat(answer("/media/{edition}/{file}", other, Map.of()).status()).isEqualTo(404);
    }
  }

  private Response textOf(String capsule, String hash, String name) throws IOException {
    return answer(
        "/text/{hash}/{name}", Map.of("capsule", capsule, "hash", hash, "name", name), Map.of());
  }

  private Response answer(String pattern, Map<String, String> variables, Map<String, String> query)
      throws IOException {
    Route route =
        previews.routes().stream()
            .filter(each -> each.address().pattern().equals(BASE + pattern))
            .findFirst()
            .orElseThrow();
    return route.endpoint().answer(new Request("GET", "/", query, Map.of()).with(variables));
  }

  private static String text(Response response) {
    InMemory body = (InMemory) response.body();
    return UTF_8.decode(body.slice(0, body.length())).toString();
  }
}

package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 9110 and the contract's caching, asked of the real routes over a film that was made. */
class RealSiteTest {
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  private static RealSite site;
  private static Instant start;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    site = new RealSite(folder);
    start = site.now();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void open() {
    site.setClock(start);
    site.release(null);
  }

  /**
   * Something that a capsule has.
   *
   * @param file where its bytes lie
   */
  private record Served(String target, String mediaType, Path file) {}

  /** Each is named by its content, so it never changes. */
  private static List<Served> files() {
    Path folder = site.library.storage().edition(site.edition);
    Stream<Served> media =
        site
            .library
            .database()
            .<List<Edition.File>>look(session -> new EditionStore(session).files(site.edition))
            .stream()
            .map(
                file ->
                    new Served(
                        "/media/" + site.edition + "/" + file.name(),
                        mediaType(file.name()),
                        folder.resolve(file.name())));
    return Stream.concat(media, Stream.of(subtitles(), document())).toList();
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "mp4" -> name.startsWith("audio") ? "audio/mp4" : "video/mp4";
      case "m3u8" -> "application/vnd.apple.mpegurl";
      case "vtt" -> "text/vtt;charset=utf-8";
      case "jpg" -> "image/jpeg";
      default -> "application/json";
    };
  }

  private static Served subtitles() {
    Track track =
        site.library
            .database()
            .<List<Track>>look(session -> new TrackStore(session).of(capsule(session)))
            .get(0);
    return new Served(
        "/c/film/text/" + track.webvttSha256() + "/el.vtt",
        "text/vtt;charset=utf-8",
        site.library.storage().file(track.webvttSha256()));
  }

  private static Served document() {
    Document document =
        site.library
            .database()
            .<List<Document>>look(session -> new DocumentStore(session).of(capsule(session)))
            .get(0);
    return new Served(
        "/c/film/documents/" + document.sha256(),
        "application/pdf",
        site.library.storage().file(document.sha256()));
  }

  private static String capsule(org.capsula.pipeline.database.Session session) {
    return new CapsuleStore(session).bySlug("film").orElseThrow().id();
  }

  @Test
  void edition_hasEverythingThatPlayersAskFor() {
    assertThat(files())
        .extracting(Served::mediaType)
        .contains(
            "video/mp4",
            "audio/mp4",
            "application/vnd.apple.mpegurl",
            "text/vtt;charset=utf-8",
            "image/jpeg",
            "application/pdf");
  }

  @Test
  void file_isSentAsItLiesInStorage() throws IOException {
    for (Served file : files()) {
      RawClient.Answer answer = site.client.get(file.target);

      assertThat(answer.status()).as(file.target).isEqualTo(200);
      assertThat(answer.content()).as(file.target).isEqualTo(Files.readAllBytes(file.file));
      assertThat(answer.field("Content-Type")).as(file.target).isEqualTo(file.mediaType);
      assertThat(answer.field("ETag")).as(file.target).matches("\"[^\"]+\"");
      assertThat(answer.field("Accept-Ranges")).as(file.target).isEqualTo("bytes");
      assertThat(answer.field("Cache-Control")).as(file.target).isEqualTo(IMMUTABLE);
      SmallSite.checkFields(answer);
    }
  }

  @Test
  void head_saysWhatGetSays() throws IOException {
    List<String> more =
        List.of(
            "/",
            "/c/film",
            "/c/film/multivariant.m3u8",
            "/c/film/manifest.mpd",
            "/c/film/download.mp4",
            "/api/capsules");
    for (String target :
        Stream.concat(files().stream().map(Served::target), more.stream()).toList()) {
      RawClient.Answer get = site.client.get(target);
      RawClient.Answer head = site.client.ask("HEAD", target, "");

      assertThat(head.status()).as(target).isEqualTo(200);
      assertThat(head.content()).as(target).isEmpty();
      assertThat(fields(head)).as(target).isEqualTo(fields(get));
    }
  }

  private static Map<String, String> fields(RawClient.Answer answer) {
    Map<String, String> fields = new TreeMap<>(answer.fields());
    fields.remove("Date");
    fields.remove(Traces.FIELD);
    return fields;
  }

  @Test
  void range_isThoseBytesOfStorage() throws IOException {
    for (Served file : files()) {
      byte[] whole = Files.readAllBytes(file.file);
      int middle = whole.length / 2;
      checkRange(file, "0-0", whole, 0, 0);
      checkRange(file, middle + "-", whole, middle, whole.length - 1);
      checkRange(file, "-7", whole, whole.length - 7, whole.length - 1);
      checkRange(file, "5-99999999999", whole, 5, whole.length - 1);
      RawClient.Answer beyond =
          site.client.ask("GET", file.target, "Range: bytes=" + whole.length + "-\r\n");
      assertThat(beyond.status()).as(file.target).isEqualTo(416);
      assertThat(beyond.field("Content-Range")).isEqualTo("bytes */" + whole.length);
    }
  }

  private static void checkRange(Served file, String range, byte[] whole, int first, int last)
      throws IOException {
    RawClient.Answer answer = site.client.ask("GET", file.target, "Range: bytes=" + range + "\r\n");
    assertThat(answer.status()).as(file.target).isEqualTo(206);
    assertThat(answer.field("Content-Range"))
        .isEqualTo("bytes " + first + "-" + last + "/" + whole.length);
    assertThat(answer.content())
        .as(file.target + " " + range)
        .isEqualTo(Arrays.copyOfRange(whole, first, last + 1));
  }

  @Test
  void conditions_onTheTag_hold() throws IOException {
    for (Served file : files()) {
      String tag = site.client.get(file.target).field("ETag");
      assertThat(status(file, "If-None-Match: " + tag)).isEqualTo(304);
      assertThat(status(file, "If-None-Match: *")).isEqualTo(304);
      assertThat(status(file, "If-None-Match: \"other\"")).isEqualTo(200);
      assertThat(status(file, "If-Match: \"other\"")).isEqualTo(412);
      assertThat(status(file, "If-Range: " + tag + "\r\nRange: bytes=0-0")).isEqualTo(206);
      assertThat(status(file, "If-Range: W/" + tag + "\r\nRange: bytes=0-0")).isEqualTo(200);
      assertThat(status(file, "If-Range: \"other\"\r\nRange: bytes=0-0")).isEqualTo(200);
    }
  }

  private static int status(Served file, String fields) throws IOException {
    return site.client.ask("GET", file.target, fields + "\r\n").status();
  }

  @Test
  void documentsOfPlayers_areAskedForEachTime() throws IOException {
    RawClient.Answer hls = site.client.get("/c/film/multivariant.m3u8");
    RawClient.Answer dash = site.client.get("/c/film/manifest.mpd");

    assertThat(hls.field("Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
    assertThat(dash.field("Content-Type")).isEqualTo("application/dash+xml");
    for (RawClient.Answer answer : List.of(hls, dash, site.client.get("/c/film/download.mp4"))) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.field("Cache-Control")).isEqualTo("no-cache");
      assertThat(answer.field("ETag")).matches("\"[^\"]+\"");
    }
    Matcher address = Pattern.compile("(?m)^/\\S+|URI=\"([^\"]+)\"").matcher(hls.text());
    int found = 0;
    while (address.find()) {
      String target = address.group(1) == null ? address.group() : address.group(1);
      assertThat(site.client.get(target).status()).as(target).isEqualTo(200);
      found++;
    }
    assertThat(found).isGreaterThanOrEqualTo(3);
  }

  @Test
  void textTrack_isNamedByTheHashInItsAddress() throws IOException {
    Served track = subtitles();
    String hash = track.file.getFileName().toString();

    assertThat(site.client.get(track.target).field("ETag")).isEqualTo('"' + hash + '"');
  }

  @Test
  void health_tellsNothingOfTheDisk() throws IOException {
    String told = new String(site.client.get("/health").content(), StandardCharsets.UTF_8);

    assertThat(told).isEqualTo("{\"status\":\"ok\",\"running\":0,\"queued\":0}");
  }

  @Test
  void download_isTheFileThatStorageKeeps() throws IOException {
    RawClient.Answer answer = site.client.get("/c/film/download.mp4");

    assertThat(answer.field("Content-Type")).isEqualTo("video/mp4");
    try (Stream<Path> files = Files.list(site.library.folder().resolve("downloads"))) {
      assertThat(answer.content()).isEqualTo(Files.readAllBytes(files.toList().get(0)));
    }
  }

  @Test
  void capsuleThatWillClose_isKeptNoLongerThanItIsOpen() throws IOException {
    site.release(start.plusSeconds(90));
    for (Served file : files()) {
      assertThat(site.client.get(file.target).field("Cache-Control"))
          .as(file.target)
          .isEqualTo("public, max-age=90");
    }
    site.setClock(start.plusMillis(89_500));
    assertThat(site.client.get(files().get(0).target).field("Cache-Control"))
        .isEqualTo("public, max-age=0");
  }

  @Test
  void capsuleThatClosed_isGoneAtEveryDoor() throws IOException {
    List<Served> files = files();
    String tag = site.client.get(files.get(0).target).field("ETag");
    site.release(start.plus(Duration.ofHours(1)));
    site.setClock(start.plus(Duration.ofHours(1)));

    for (Served file : files) {
      assertThat(site.client.get(file.target).status()).as(file.target).isEqualTo(404);
    }
    assertThat(status(files.get(0), "If-None-Match: " + tag)).isEqualTo(404);
    assertThat(status(files.get(0), "Range: bytes=0-0")).isEqualTo(404);
    for (String target :
        List.of(
            "/c/film",
            "/c/film/multivariant.m3u8",
            "/c/film/manifest.mpd",
            "/c/film/download.mp4",
            "/api/capsules/film")) {
      assertThat(site.client.get(target).status()).as(target).isEqualTo(404);
    }
    assertThat(site.client.get("/api/capsules").text()).contains("\"items\":[]");
    assertThat(site.client.get("/").text()).doesNotContain("/c/film");
  }
}

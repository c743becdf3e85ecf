package org.capsula.server.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.capsula.pipeline.library.Library;
import org.capsula.server.AtRest;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.produce.Program;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backup while the server runs, restore elsewhere, verify: the two are the same, page by page. */
class RestoredSiteTest {
  @TempDir private static Path folder;

  /** One moment for both, in which everything that was published is open. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2500-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static Site original;

  @BeforeAll
  static void publish() throws Exception {
    PublishedLibrary.make(folder.resolve("library"));
    original = new Site(folder.resolve("library"), 0);
  }

  @AfterAll
  static void close() {
    original.close();
  }

  private interface Work {
    void at(int port) throws Exception;
  }

  private static final class Site implements AutoCloseable {
    private final Running running;
    private WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Site(Path library, int port) {
      running = AtRest.over(Library.open(library), CLOCK);
      server = started(port);
    }

    private WebServer started(int port) {
      WebServer started = new WebServer("127.0.0.1", port, Routes.of(running));
      started.start();
      return started;
    }

    /** Lets somebody else answer at its address for a while: whole addresses name it. */
    void lend(Work borrower) throws Exception {
      int port = server.port();
      server.close();
      try {
        borrower.at(port);
      } finally {
        server = started(port);
      }
    }

    String editionOf(String slug) {
      return running
          .library()
          .database()
          .look(
              session ->
                  session
                      .handle()
                      .createQuery("SELECT edition_id FROM capsule WHERE slug = ?")
                      .bind(0, slug)
                      .mapTo(String.class)
                      .one());
    }

    /** By the path: what everybody may see, and what they are told who may not. */
    Map<String, Crawl.Answer> everything() throws Exception {
      URI home = URI.create("http://127.0.0.1:" + server.port());
      List<URI> starts =
          Stream.concat(
                  Stream.of(
                      "/",
                      "/c/film/manifest.mpd",
                      "/c/sound/manifest.mpd",
                      "/c/draft",
                      "/health",
                      "/api/openapi.json",
                      "/api-reference",
                      "/sign-in"),
                  Stream.of(PageLanguage.values())
                      .map(PageLanguage::tag)
                      .flatMap(tag -> Stream.of("/?lang=" + tag, "/api/capsules?language=" + tag)))
              .map(home::resolve)
              .toList();
      Map<String, Crawl.Answer> all = new TreeMap<>();
      Crawl.of(starts, this::get)
          .forEach((address, answer) -> all.put(home.relativize(address).toString(), answer));
      all.put("api", get(home.resolve("/api/capsules")));
      return all;
    }

    private Crawl.Answer get(URI address) throws IOException, InterruptedException {
      HttpResponse<byte[]> answer =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
      headers.keySet().removeAll(List.of("date", "x-request-id"));
      String type = answer.headers().firstValue("Content-Type").orElse("");
      return new Crawl.Answer(answer.statusCode(), type, headers.toString(), answer.body());
    }

    @Override
    public void close() {
      server.close();
      running.close();
    }
  }

  private static Program run(String... arguments) throws Exception {
    return Program.run(arguments);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "backup.tar.gz"})
  void restoredElsewhere_isTheSame_pageByPage(String backup) throws Exception {
    String other = path("restored-from-" + backup);
    Program backedUp = run("backup", "--library", path("library"), "--to", path(backup));
    assertThat(backedUp.status()).as(backedUp.err().toString()).isZero();
    assertThat(run("restore", path(backup), "--library", other).status()).isZero();
    Program verified = run("verify", "--library", other);
    assertThat(verified.status()).isZero();
    assertThat(verified.out()).singleElement().asString().endsWith(": all as they were stored.");

    Map<String, Crawl.Answer> before = original.everything();
    original.lend(
        port -> {
          try (Site restored = new Site(Path.of(other), port)) {
            Map<String, Crawl.Answer> after = restored.everything();
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach(
                (address, answer) ->
                    assertSame(address, answer, Objects.requireNonNull(after.get(address))));
          }
        });
    // Two capsules and a catalogue in six languages, and what they play.
    assertThat(before.keySet())
        .filteredOn(address -> address.contains("lang="))
        .hasSizeGreaterThan(18);
    assertThat(before.keySet())
        .filteredOn(address -> address.startsWith("media/"))
        .hasSizeGreaterThan(8);
    assertThat(before.keySet()).anyMatch(address -> address.endsWith("/el.vtt"));
    assertThat(Objects.requireNonNull(before.get("c/draft")).status()).isEqualTo(404);
  }

  private static void assertSame(String address, Crawl.Answer one, Crawl.Answer other) {
    assertThat(other.status()).as(address).isEqualTo(one.status());
    assertThat(other.words()).as(address).isEqualTo(one.words());
    assertThat(Arrays.equals(other.body(), one.body())).as(address).isTrue();
  }

  @Test
  void damage_isNamedForPeopleAndForPrograms() throws Exception {
    String other = path("damaged");
    run("backup", "--library", path("library"), "--to", path("for-damage"));
    run("restore", path("for-damage"), "--library", other);
    String name = "editions/" + original.editionOf("film") + "/storyboard.jpg";
    Path storyboard = Path.of(other, name);
    Files.delete(storyboard);

    Program said = run("verify", "--library", other);
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out().get(0))
        .isEqualTo(
            name
                + " is missing, of film; copy it from the same place in a backup that is a folder.");
    Program json = run("verify", "--library", other, "--json");
    assertThat(json.status()).isEqualTo(1);
    assertThat(json.out().get(0))
        .startsWith(
            "{\"schema\":1,\"file\":\"%s\",\"capsules\":[\"film\"],\"severity\":\"error\",\"code\":\"library-file-missing\""
                .formatted(name));
    assertThat(json.out().get(1)).contains("\"state\":\"damaged\"").contains("\"lost\":1");

    // As it says.
    Files.copy(folder.resolve("for-damage").resolve(name), storyboard);
    assertThat(run("verify", "--library", other).status()).isZero();
  }

  @Test
  void wrongUse_isTold() throws Exception {
    assertThat(run("verify", "--library", path("nowhere")).status()).isEqualTo(2);
    assertThat(run("backup", "--library", path("nowhere"), "--to", path("b")).status())
        .isEqualTo(2);
    assertThat(run("backup", "--library", path("library")).status()).isEqualTo(2);
    assertThat(run("backup", "--library", path("library"), "--to", "a.tar.zst").err().get(0))
        .contains("| zstd");
    assertThat(run("restore", path("nowhere"), "--library", path("x")).status()).isEqualTo(2);
    Program taken = run("restore", path("library"), "--library", path("library"));
    assertThat(taken.status()).isEqualTo(2);
    assertThat(taken.err().get(0)).contains("is not empty");
    Files.createDirectories(folder.resolve("photos"));
    Program refused = run("restore", path("photos"), "--library", path("x"));
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err().get(0)).startsWith("The backup " + path("photos") + " is refused: ");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  /** A disk of their own, which is too small for them. */
  @Test
  void fullDisk_isSaid_andNothingIsLeft() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    run("backup", "--library", path("library"), "--to", path("for-space"));
    for (String[] command :
        new String[][] {
          {"backup", "--library", path("library"), "--to", disk.resolve("b").toString()},
          {"backup", "--library", path("library"), "--to", disk.resolve("b.tar").toString()},
          {"restore", path("for-space"), "--library", disk.resolve("l").toString()},
          {"export", "--library", path("library"), "--to", disk.resolve("e").toString()}
        }) {
      Program full = Program.start(onto(disk), command);
      String said = String.join(" ", command) + full.err();
      assertThat(full.status()).as(said).isEqualTo(3);
      assertThat(full.err()).as(said).anyMatch(line -> line.contains(" is full"));
      assertThat(full.out()).as(said).containsExactly("left: 0");
    }
  }

  private static List<String> onto(Path disk) {
    return List.of(
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        ("mount -t tmpfs -o size=1m tmpfs '%1$s'; \"$@\"; status=$?;"
                + " echo \"left: $(ls -A '%1$s' | wc -l)\"; exit $status")
            .formatted(disk),
        "sh");
  }
}

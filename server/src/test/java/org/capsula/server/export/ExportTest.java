package org.capsula.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capsula.pipeline.library.Library;
import org.capsula.server.console.Console;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.safekeeping.Crawl;
import org.capsula.server.safekeeping.PublishedLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The export of real films, looked at as a folder of files. */
class ExportTest {
  @TempDir private static Path shared;
  @TempDir private Path folder;

  @BeforeAll
  static void publish() throws Exception {
    PublishedLibrary.make(shared.resolve("library"));
  }

  private record Said(int status, String out, String err) {}

  private Said export(String to, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(stream(out), stream(err), false);
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--library", shared.resolve("library").toString()));
    arguments.addAll(List.of("--to", folder.resolve(to).toString()));
    int status =
        new CommandLine(new ExportCommand(Clock.systemUTC(), console))
            .execute(arguments.toArray(String[]::new));
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private List<String> files(String name) throws IOException {
    Path root = folder.resolve(name);
    try (Stream<Path> found = Files.walk(root)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** As a plain file server finds it: nothing but the path counts. */
  private static Crawl.Answer read(URI address) throws IOException {
    Path file = Path.of(address.getPath());
    return Files.isRegularFile(file)
        ? new Crawl.Answer(200, file.toString(), "", Files.readAllBytes(file))
        : new Crawl.Answer(404, "", "", new byte[0]);
  }

  @Test
  void everyLink_leadsToAFile_andEveryFileIsReached() throws Exception {
    assertThat(export("site").status()).isZero();
    Path site = folder.resolve("site");
    Map<URI, Crawl.Answer> found = Crawl.of(starts(site), ExportTest::read);

    assertThat(found.entrySet())
        .filteredOn(entry -> entry.getValue().status() != 200)
        .extracting(Map.Entry::getKey)
        .as("dead links")
        .isEmpty();
    assertThat(found.keySet()).allMatch(address -> Path.of(address.getPath()).startsWith(site));
    List<String> reached =
        found.keySet().stream()
            .map(address -> site.relativize(Path.of(address.getPath())).toString())
            .toList();
    // What other people's rights ask for, and what is for the next export.
    assertThat(files("site"))
        .filteredOn(file -> !file.matches("assets/.*(LICENSES|licence)\\.txt|capsula-export.txt"))
        .isSubsetOf(reached);
    assertThat(reached).contains("el/c/film.html", "fr/index.html", "c/film/manifest.mpd");
  }

  private static List<URI> starts(Path site) {
    return Stream.of("index.html", "c/film/manifest.mpd", "c/sound/manifest.mpd")
        .map(name -> URI.create("file:" + site.resolve(name)))
        .toList();
  }

  @Test
  void pages_areWhatTheServerShows_withoutWhatNeedsOne() throws Exception {
    export("site");
    for (PageLanguage language : PageLanguage.values()) {
      String film = read("site/" + language.tag() + "/c/film.html");
      assertThat(film)
          .contains("<html lang=\"" + language.tag() + "\">")
          .contains("data-playlist=\"../../c/film/multivariant.m3u8\"");
      assertThat(
              Pattern.compile("\\S+=\"(?:/\\w|[^\"]*localhost)[^\"]*")
                  .matcher(film)
                  .results()
                  .map(MatchResult::group))
          .isEmpty();
      assertThat(film).doesNotContain("href=\"/studio").doesNotContain("sign-in");
    }
    // Words stay words, whatever they look like.
    assertThat(read("site/fr/c/film.html"))
        .contains("L’école &amp; &lt;le")
        .contains("Voir /studio ou ?lang=de");
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void whatNobodyMaySee_isNotInIt_notOneByte() throws Exception {
    export("site");
    assertThat(files("site")).noneMatch(file -> file.contains("draft"));
    assertThat(files("site").stream().filter(file -> file.startsWith("media/")))
        .extracting(file -> file.split("/", -1)[1])
        .containsOnly(editionsOfOpenCapsules());
    assertThat(read("site/en/index.html"))
        .contains("film")
        .contains("sound")
        .doesNotContain("draft");
  }

  private static String[] editionsOfOpenCapsules() {
    try (Library library = Library.open(shared.resolve("library"))) {
      return library
          .database()
          .look(
              session ->
                  session
                      .handle()
                      .createQuery("SELECT edition_id FROM capsule WHERE slug <> 'draft'")
                      .mapTo(String.class)
                      .list())
          .toArray(String[]::new);
    }
  }

  @Test
  void secondExport_copiesOnlyWhatChanged() throws Exception {
    export("site");
    Map<String, Object> before = inodes("site");
    // Somebody changed this one, another is gone.
    Path changed = folder.resolve("site/fr/index.html");
    Files.writeString(changed, "x".repeat((int) Files.size(changed)));
    Files.setLastModifiedTime(
        changed,
        java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2999-01-01T00:00:00Z")));
    Files.delete(folder.resolve("site/de/index.html"));
    Files.writeString(folder.resolve("site/stray.html"), "old");
    Said second = export("site");

    assertThat(second.out()).endsWith("2 of them new." + System.lineSeparator());
    Map<String, Object> after = inodes("site");
    List<String> rewritten = List.of("fr/index.html", "de/index.html", "capsula-export.txt");
    after.forEach(
        (file, inode) -> {
          if (rewritten.contains(file)) {
            assertThat(inode).as(file).isNotEqualTo(before.get(file));
          } else {
            assertThat(inode).as(file).isEqualTo(before.get(file));
          }
        });
    assertThat(after).hasSameSizeAs(before);
    assertThat(read("site/fr/index.html")).contains("<html");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("site"));
    }
  }

  private Map<String, Object> inodes(String name) throws IOException {
    Map<String, Object> inodes = new TreeMap<>();
    for (String file : files(name)) {
      inodes.put(file, Files.getAttribute(folder.resolve(name).resolve(file), "unix:ino"));
    }
    return inodes;
  }

  @Test
  void closing_isSaid() {
    assertThat(export("site").err()).contains("export again before " + PublishedLibrary.CLOSES);
  }

  @Test
  void base_givesASiteMap() throws Exception {
    assertThat(export("site", "--base", "https://example.org/films").status()).isZero();
    assertThat(read("site/sitemap.xml"))
        .contains("<loc>https://example.org/films/el/c/film.html</loc>")
        .contains("<loc>https://example.org/films/fr/index.html</loc>");
    // It may be moved all the same.
    assertThat(read("site/fr/index.html")).contains("href=\"c/film.html\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org",
        "https://e.org/?a",
        "https://e/#b",
        "https:// e"
      })
  void base_thatIsNone_isRefused(String base) {
    Said said = export("site", "--base", base);
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).contains("is no address of a site");
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void strangersFolder_isNotReplaced() throws Exception {
    Files.createDirectory(folder.resolve("www"));
    Files.writeString(folder.resolve("www/index.html"), "mine");
    Said said = export("www");
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).contains("no export of Capsula's that could be replaced");
    assertThat(read("www/index.html")).isEqualTo("mine");
  }
}

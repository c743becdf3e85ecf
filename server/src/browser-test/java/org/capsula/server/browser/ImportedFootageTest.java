package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job: a folder of real footage in, a catalogue out in which everything plays. */
class ImportedFootageTest {
  private static final Set<String> WITHOUT_PICTURE = Set.of("audio-only-speech-8khz");
  private static final Set<String> WITHOUT_SOUND =
      Set.of("people-corridor-silent-10fps", "phone-1080p-full-range-silent", "scene-change-mjpeg");

  @TempDir private static Path temporary;

  private static Capsula.Run imported;
  private static Capsula program;
  private static String origin;
  private static Chromium chromium;

  private final List<Visit> visits = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    Path films = Files.createDirectory(temporary.resolve("films"));
    String library = temporary.resolve("library").toString();
    Delivered.into(films);
    imported = Capsula.run("import", films.toString(), "--library", library, "--publish");
    program = Capsula.start("serve", "--library", library, "--port", "0");
    origin = program.origin();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (program != null) {
      program.close();
    }
  }

  @AfterEach
  void leave() {
    try {
      visits.forEach(Visit::assertNothingWentWrong);
    } finally {
      visits.forEach(Visit::close);
    }
  }

  private Visit visit(String language) {
    Visit visit = new Visit(chromium, origin, Demo.options(language, 1280, 800));
    visits.add(visit);
    return visit;
  }

  static Stream<String> films() {
    return Delivered.stems().stream();
  }

  @Test
  void import_refusesWhatIsNoFilm_andSaysWhy() {
    assertThat(imported.status()).isEqualTo(1);
    assertThat(imported.err())
        .as("one film is refused, the others are made")
        .filteredOn(line -> !line.endsWith(": done") && !line.contains(": warning: "))
        .containsExactly(
            Delivered.REFUSED
                + ": it is a container without picture or sound; export the film again.");
    assertThat(imported.err())
        .filteredOn(line -> line.endsWith(": done"))
        .hasSameSizeAs(Delivered.stems());
  }

  @Test
  void catalogue_showsEveryFilmThatCouldBeMade() {
    Page page = visit("el").open("/");
    assertThat(
            page.locator(".entry a").all().stream().map(link -> link.getAttribute("href")).toList())
        .containsExactlyInAnyOrderElementsOf(films().map(stem -> "/c/" + stem).toList());
    assertThat(page.locator(".entry a").allTextContents())
        .contains("Η ταξιδιώτισσα", "Το μεγάλο κουνέλι");
  }

  @Test
  void api_tellsEveryFilmThatCouldBeMade() throws Exception {
    Visit visit = visit("fr");
    visit.open("/");
    JsonNode items =
        new ObjectMapper().readTree(visit.get("/api/capsules?limit=100").body()).get("items");
    assertThat(items.findValuesAsText("slug"))
        .containsExactlyInAnyOrderElementsOf(Delivered.stems());
    for (JsonNode item : items) {
      if (item.get("slug").asText().equals(Delivered.COMPLETE)) {
        assertThat(item.get("title").asText()).isEqualTo("La voyageuse");
        assertThat(item.get("language").asText()).isEqualTo("en");
        assertThat(item.get("subtitles"))
            .extracting(JsonNode::asText)
            .containsExactlyInAnyOrder("fr", "el");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("films")
  void film_playsAndIsSoughtIn(String stem) {
    Viewer viewer = Viewer.of(visit("fr"), "/c/" + stem);
    viewer.playButton().click();
    // The shortest of them ends before the next look at it.
    viewer.until("v.currentTime > 0.5 || v.ended");
    viewer.until(decoded(stem));
    double half = viewer.number("duration") / 2;
    viewer.seek(half);
    viewer.until("!v.seeking && v.readyState >= 2");
    assertThat(viewer.number("currentTime")).isGreaterThanOrEqualTo(half - 0.001);
    if ((boolean) viewer.page().evaluate(Viewer.VIDEO + ".paused")) {
      viewer.playButton().click();
    }
    viewer.until("v.ended || v.currentTime > %s".formatted(half + 0.5));
  }

  private static String decoded(String stem) {
    String picture =
        WITHOUT_PICTURE.contains(stem)
            ? "v.videoWidth === 0"
            : "v.videoWidth > 0 && v.getVideoPlaybackQuality().totalVideoFrames > 0";
    String sound =
        WITHOUT_SOUND.contains(stem)
            ? "v.webkitAudioDecodedByteCount === 0"
            : "v.webkitAudioDecodedByteCount > 0";
    return picture + " && " + sound;
  }

  @Test
  void sideCars_areOnTheFilmsPage() {
    Visit visit = visit("el");
    Viewer viewer = Viewer.of(visit, "/c/" + Delivered.COMPLETE);
    assertThat(viewer.page().locator("h1").textContent()).isEqualTo("Η ταξιδιώτισσα");
    assertThat(viewer.page().locator(".chapter-title").allTextContents())
        .containsExactly("La montagne", "La ville");
    Locator guide = viewer.page().locator(".files a[download$='.pdf']");
    assertThat(visit.get(guide.getAttribute("href")).text()).startsWith("%PDF");
    viewer.play();
    viewer.pauseAt(2);
    viewer.untilShown("el", "Πού πηγαίνεις;");
    viewer.captions("Français");
    viewer.untilShown("fr", "Où vas-tu ?");
  }
}

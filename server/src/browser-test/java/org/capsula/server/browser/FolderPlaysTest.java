package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A produced folder in Chromium, as its viewers meet it: through its own page, and in dash.js. */
class FolderPlaysTest {
  private static final String PAGE = "/" + Sintel.NAME + "/index.html";

  private static Path folders;
  private static Site site;
  private static Chromium chromium;

  private final List<Visit> visits = new ArrayList<>();

  @BeforeAll
  static void start() {
    folders = Sintel.produce();
    site = Site.over(folders, Path.of("src", "browser-test", "resources").toAbsolutePath());
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (site != null) {
      site.close();
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

  private Visit visit(String locale, int width, int height) {
    Visit visit = new Visit(chromium, site, locale, width, height);
    visits.add(visit);
    return visit;
  }

  private Viewer viewer() {
    return Viewer.of(visit("fr-FR", 1280, 800), PAGE);
  }

  @Test
  void film_playsPictureAndSoundTogether() {
    Visit visit = visit("fr-FR", 1280, 800);
    Viewer viewer = Viewer.of(visit, PAGE);
    viewer.play();
    viewer.untilPlaysOn();
    visit.assertBuffersStartTogether();
  }

  @Test
  void seeking_playsOnFromThere() {
    Viewer viewer = viewer();
    viewer.play();
    viewer.seek(12);
    viewer.until("!v.seeking && v.currentTime > 12.2");
    assertThat(viewer.number("currentTime")).isLessThan(16);
    viewer.untilPlaysOn();
  }

  @Test
  void quality_isTheViewersChoice() {
    Viewer viewer = viewer();
    viewer.play();
    for (int height : List.of(234, 720, 360)) {
      viewer.quality(height + "p");
      viewer.until("v.videoHeight === " + height);
      viewer.untilPlaysOn();
    }
  }

  @Test
  void captions_followTheViewer_frenchGreekOff() {
    Viewer viewer = viewer();
    viewer.play();
    viewer.pauseAt(Sintel.CUE_TIME);
    assertThat(viewer.captionsOffered()).containsExactly("Off", "Français", "Ελληνικά", "English");
    Pixels bare = viewer.pixels();

    viewer.captions("Français");
    viewer.untilShown("fr", Sintel.FRENCH_CUE);
    Pixels french = viewer.pixels();
    viewer.captions("Ελληνικά");
    viewer.untilShown("el", Sintel.GREEK_CUE);
    Pixels greek = viewer.pixels();
    viewer.captions("Off");
    viewer.untilNoCaptions();

    assertThat(french.rowsUnlike(bare)).as("French on the screen").isNotEmpty();
    assertThat(greek.rowsUnlike(bare)).as("Greek on the screen").isNotEmpty();
    assertThat(greek.rowsUnlike(french)).as("French gone").isNotEmpty();
    assertThat(viewer.pixels().rowsUnlike(bare)).as("all gone").isEmpty();
  }

  @Test
  void captions_areRemembered() {
    Viewer viewer = viewer();
    viewer.play();
    viewer.captions("Ελληνικά");
    viewer.until(
        "Array.from(v.textTracks).some((t) => t.language === 'el' && t.mode === 'showing')");
    viewer.page().reload();
    viewer.play();
    viewer.pauseAt(Sintel.CUE_TIME);
    viewer.untilShown("el", Sintel.GREEK_CUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "fr-FR"})
  void captions_neverComeOnByThemselves(String locale) {
    Visit visit = visit(locale, 1280, 800);
    Viewer viewer = Viewer.of(visit, PAGE);
    viewer.play();
    viewer.until("Array.from(v.textTracks).filter((t) => t.kind === 'subtitles').length === 3");
    // Into the first cue.
    viewer.until("v.currentTime > 3");
    viewer.untilNoCaptions();
    assertThat(visit.requests()).noneMatch(url -> url.contains("/subtitles/"));
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void controls_areInSight(int width, int height) {
    Viewer viewer = Viewer.of(visit("fr-FR", width, height), PAGE);
    viewer.play();
    BoundingBox player = viewer.box("media-controller");
    for (Locator button : List.of(viewer.playButton(), viewer.captionsButton())) {
      assertThat(button.isVisible()).isTrue();
      assertWithin(button.boundingBox(), player);
      assertWithin(button.boundingBox(), box(0, 0, width, height));
    }
    assertThat(viewer.page().evaluate("document.documentElement.scrollWidth"))
        .as("nothing scrolls sideways")
        .isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void captions_areNotCovered(int width, int height) {
    Viewer viewer = Viewer.of(visit("fr-FR", width, height), PAGE);
    viewer.play();
    viewer.pauseAt(Sintel.CUE_TIME);
    Pixels bare = viewer.pixels();
    viewer.captions("Ελληνικά");
    viewer.untilShown("el", Sintel.GREEK_CUE);
    int[] captionRows = viewer.pixels().rowsUnlike(bare);
    viewer
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Look.SCREENSHOTS.resolve(width + "-greek.png")));

    BoundingBox player = viewer.box("media-controller");
    BoundingBox picture = viewer.picture();
    BoundingBox scrub = viewer.box("media-control-bar.player-scrub");
    BoundingBox buttons = viewer.box("media-control-bar.player-buttons");
    assertThat(picture.y).as("the picture begins where the player does").isEqualTo(player.y);
    assertThat(scrub.y)
        .as("the bar is below the picture")
        .isGreaterThanOrEqualTo(picture.y + picture.height - 1);
    assertThat(buttons.y + buttons.height)
        .as("and ends where the player does")
        .isCloseTo(player.y + player.height, within(1.0));
    assertThat(captionRows).isNotEmpty();
    assertThat(captionRows[captionRows.length - 1])
        .as("the captions end above the picture's edge")
        .isLessThan((int) picture.height - 1);
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void page_isAccessible(int width, int height) {
    Viewer viewer = Viewer.of(visit("fr-FR", width, height), PAGE);
    viewer.until("v.readyState >= 1");
    Look.assertAccessible(viewer.page(), PAGE);
  }

  @Test
  void manifest_playsInDashJs() {
    Visit visit = visit("fr-FR", 1280, 800);
    Page page = visit.open("/dash.html#/" + Sintel.NAME + "/manifest.mpd");
    page.locator("button").click();
    visit.until("video.currentTime > 1 && video.webkitAudioDecodedByteCount > 0");
    visit.assertBuffersStartTogether();
    assertThat(page.evaluate("errors")).isEqualTo(List.of());
    assertThat(page.evaluate("player.getRepresentationsByType('video').map((r) => r.height)"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrderElementsOf(Sintel.LADDER);
    assertThat(page.evaluate("player.getTracksFor('text').map((track) => track.lang)"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder("fr", "el", "en");
  }

  @Test
  void playlist_namesEachLanguageInItself() throws Exception {
    String playlist = Files.readString(folders.resolve(Sintel.NAME).resolve("multivariant.m3u8"));
    Map.of("fr", "Français", "el", "Ελληνικά", "en", "English")
        .forEach(
            (language, name) ->
                assertThat(playlist.lines())
                    .filteredOn(line -> line.contains("TYPE=SUBTITLES"))
                    .filteredOn(line -> line.contains("LANGUAGE=\"" + language + "\""))
                    .singleElement()
                    .asString()
                    .contains("NAME=\"" + name + "\""));
  }

  private static BoundingBox box(double x, double y, double width, double height) {
    BoundingBox box = new BoundingBox();
    box.x = x;
    box.y = y;
    box.width = width;
    box.height = height;
    return box;
  }

  private static void assertWithin(BoundingBox inner, BoundingBox outer) {
    assertThat(inner.x).isGreaterThanOrEqualTo(outer.x);
    assertThat(inner.y).isGreaterThanOrEqualTo(outer.y);
    assertThat(inner.x + inner.width).isLessThanOrEqualTo(outer.x + outer.width);
    assertThat(inner.y + inner.height).isLessThanOrEqualTo(outer.y + outer.height);
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captions in two languages and in the viewer's own look. */
class ReadingAlongTest {
  private static final String LANDSCAPE = "/c/shared-password";

  /** Within the first cue of that film in all languages; seconds. */
  private static final double CUE_TIME = 2;

  private static final String FIRST = ".caption-first .caption-text";
  private static final String SECOND = ".caption-second .caption-text";

  @RegisterExtension static final Demo DEMO = new Demo();

  /** Twice as large as usual, and never lost for that. */
  @ParameterizedTest
  @CsvSource({
    LANDSCAPE + ", 320",
    LANDSCAPE + ", 390",
    LANDSCAPE + ", 768",
    LANDSCAPE + ", 1280",
    Demo.PORTRAIT + ", 320",
    Demo.PORTRAIT + ", 390",
    Demo.PORTRAIT + ", 768",
    Demo.PORTRAIT + ", 1280"
  })
  void captionsInTwoLanguages_areWholeAndNotUnderTheBar(String film, int width) {
    Visit visit = DEMO.visit("el", width, 800);
    Viewer viewer = reading(visit, film + "?lang=el");
    choose(viewer, "second", "fr");
    for (String size : List.of("100", "200")) {
      choose(viewer, "size", size);
      for (String place : List.of("bottom", "top")) {
        choose(viewer, "place", place);
        BoundingBox picture = viewer.picture();
        double bar = viewer.box("media-control-bar.player-scrub").y;
        for (String line : List.of(FIRST, SECOND)) {
          BoundingBox box = viewer.box(line);
          assertThat(box.height).as(line).isPositive();
          assertThat(box.y + box.height).as(line + " at " + size).isLessThanOrEqualTo(bar);
          assertThat(box.y).isGreaterThanOrEqualTo(picture.y);
          assertThat(box.x).isGreaterThanOrEqualTo(picture.x);
          assertThat(box.x + box.width).isLessThanOrEqualTo(picture.x + picture.width);
        }
        assertThat(viewer.box(SECOND).y)
            .as("the second language stands under the first")
            .isGreaterThan(viewer.box(FIRST).y);
      }
    }
    assertThat(viewer.page().locator(SECOND).textContent()).contains(second(film));
    assertThat(viewer.page().locator(".caption-second").getAttribute("lang")).isEqualTo("fr");
  }

  private static String second(String film) {
    return film.equals(LANDSCAPE) ? "Voilà mon mot de passe." : "Monsieur Diallo";
  }

  @Test
  void captionsInFullScreen_areAboveTheBar() {
    Visit visit = DEMO.visit("el", 1280, 800);
    Viewer viewer = reading(visit, LANDSCAPE + "?lang=el");
    choose(viewer, "second", "fr");
    viewer.page().locator("media-fullscreen-button").click();
    viewer.page().locator("media-controller[mediaisfullscreen]").waitFor();
    visit.until(
        "() => document.querySelector('media-controller').getBoundingClientRect().width === innerWidth");
    viewer.page().locator(SECOND).waitFor();
    BoundingBox second = viewer.box(SECOND);
    assertThat(second.y + second.height)
        .isLessThanOrEqualTo(viewer.box("media-control-bar.player-scrub").y);
  }

  @Test
  void look_isRemembered_alsoForTheSecondLanguage() {
    Visit visit = DEMO.visit("el", 1280, 800);
    Viewer viewer = reading(visit, LANDSCAPE + "?lang=el");
    choose(viewer, "second", "ro");
    double usual = viewer.box(FIRST).height;
    choose(viewer, "size", "150");
    choose(viewer, "ink", "yellow");
    choose(viewer, "ground", "solid");
    choose(viewer, "place", "top");
    choose(viewer, "order", "over");
    assertThat(viewer.box(FIRST).height).isCloseTo(usual * 1.5, within(3.0));

    Viewer next = reading(visit, Demo.PORTRAIT + "?lang=el");
    next.page().locator(SECOND).waitFor();
    assertThat(next.page().locator(".caption-second").getAttribute("lang")).isEqualTo("ro");
    for (String line : List.of(FIRST, SECOND)) {
      assertThat(style(next, line, "color")).isEqualTo("rgb(255, 233, 74)");
      assertThat(style(next, line, "backgroundColor")).matches(".*\\(?(0, 0, 0|srgb 0 0 0)\\)");
    }
    BoundingBox picture = next.picture();
    assertThat(next.box(SECOND).y).isLessThan(next.box(FIRST).y);
    assertThat(next.box(FIRST).y).isLessThan(picture.y + picture.height / 2);

    next.page().locator("#caption-form [type=reset]").click();
    assertThat(style(next, FIRST, "color")).isEqualTo("rgb(255, 255, 255)");
    assertThat(next.page().locator("#caption-second").inputValue()).isEqualTo("ro");
  }

  @Test
  void captionsOff_meansBothLines() {
    Visit visit = DEMO.visit("el", 1280, 800);
    Viewer viewer = reading(visit, LANDSCAPE + "?lang=el");
    choose(viewer, "second", "fr");
    viewer.page().locator(SECOND).waitFor();
    viewer.captions("Χωρίς υπότιτλους");
    viewer.untilNoCaptions();
    visit.until("() => document.querySelectorAll('.caption').length === 0");
    // The second language becomes the first: it is not said twice.
    viewer.captions("Français");
    viewer.untilShown("fr", "");
    visit.until("() => document.querySelectorAll('.caption').length === 1");
  }

  /** The browser's own drawing would otherwise stand under ours. */
  @Test
  void captions_areDrawnOnce() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Viewer viewer = reading(visit, LANDSCAPE + "?lang=fr");
    Pixels captioned = viewer.pixels();
    viewer.page().evaluate("document.querySelector('.captions').style.visibility = 'hidden'");
    Pixels bare = viewer.pixels();
    assertThat(bare.rowsUnlike(captioned)).as("captions on the screen").isNotEmpty();
    viewer.captions("Désactivé");
    viewer.untilNoCaptions();
    assertThat(viewer.pixels().rowsUnlike(bare)).as("nothing else was drawn").isEmpty();
  }

  /** Opens a film with its subtitles' panel, and stops it within a cue. */
  private static Viewer reading(Visit visit, String path) {
    Viewer viewer = Viewer.of(visit, path);
    viewer.page().locator("[aria-controls=caption-panel]").click();
    viewer.play();
    viewer.pauseAt(CUE_TIME);
    viewer.page().locator(FIRST).waitFor();
    return viewer;
  }

  private static void choose(Viewer viewer, String name, String value) {
    Page page = viewer.page();
    page.locator("#caption-" + name).selectOption(value);
    page.evaluate(
        "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    if (name.equals("second")) {
      page.locator(SECOND).waitFor();
    }
  }

  private static String style(Viewer viewer, String selector, String property) {
    return String.valueOf(
        viewer
            .page()
            .locator(selector)
            .evaluate("(element) => getComputedStyle(element)." + property));
  }
}

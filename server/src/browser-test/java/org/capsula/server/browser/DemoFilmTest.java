package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The demo's films as the server streams them: captions, the upright one, files, DASH. */
class DemoFilmTest {
  private static final String LANDSCAPE = "/c/shared-password";

  /** Within the first cue of that film in all languages; seconds. */
  private static final double CUE_TIME = 2;

  private static final Path RESOURCES = Path.of("src", "browser-test", "resources");

  @RegisterExtension static final Demo DEMO = new Demo();

  static final List<String> LANGUAGES = Demo.LANGUAGES;

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void captions_areInThePagesLanguage(String language) {
    // The browser's own language must not matter.
    Visit visit = DEMO.visit(language.equals("en") ? "fr" : "en", 1280, 800);
    Viewer viewer = Viewer.of(visit, LANDSCAPE + "?lang=" + language);
    viewer.play();
    viewer.pauseAt(CUE_TIME);
    viewer.untilShown(language, "");
  }

  @Test
  void captions_followTheViewersChoiceFromThenOn() {
    Visit visit = DEMO.visit("el", 1280, 800);
    Viewer viewer = Viewer.of(visit, LANDSCAPE + "?lang=el");
    viewer.play();
    viewer.pauseAt(CUE_TIME);
    viewer.untilShown("el", "Ορίστε ο κωδικός μου.");
    viewer.captions("Français");
    viewer.untilShown("fr", "Voilà mon mot de passe.");

    Viewer next = Viewer.of(visit, Demo.PORTRAIT + "?lang=el");
    next.play();
    next.pauseAt(CUE_TIME);
    next.untilShown("fr", "Monsieur Diallo");
    next.captions("Χωρίς υπότιτλους");
    next.untilNoCaptions();

    Viewer last = Viewer.of(visit, LANDSCAPE + "?lang=el");
    last.play();
    last.pauseAt(CUE_TIME);
    last.until("v.textTracks.length > 0");
    last.untilNoCaptions();
  }

  @ParameterizedTest
  @CsvSource({
    LANDSCAPE + ", 390, 844", LANDSCAPE + ", 1280, 800",
    Demo.PORTRAIT + ", 390, 844", Demo.PORTRAIT + ", 1280, 800"
  })
  void captions_areNotUnderTheBar(String film, int width, int height) {
    Viewer viewer = Viewer.of(DEMO.visit("el", width, height), film + "?lang=el");
    viewer.play();
    viewer.pauseAt(CUE_TIME);
    viewer.untilShown("el", "");
    Pixels captioned = viewer.pixels();
    viewer.captions("Χωρίς υπότιτλους");
    viewer.untilNoCaptions();
    int[] rows = viewer.pixels().rowsUnlike(captioned);

    BoundingBox picture = viewer.picture();
    assertThat(viewer.box("media-control-bar.player-scrub").y)
        .as("the bar is below the picture")
        .isGreaterThanOrEqualTo(picture.y + picture.height - 1);
    assertThat(rows).as("captions on the screen").isNotEmpty();
    assertThat(rows[rows.length - 1])
        .as("they end above the picture's edge")
        .isLessThan((int) picture.height - 1);
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void uprightFilm_playsUpright(int width, int height) {
    Viewer viewer = Viewer.of(DEMO.visit("ro", width, height), Demo.PORTRAIT);
    viewer.play();
    viewer.untilPlaysOn();
    assertThat(viewer.number("videoHeight")).isGreaterThan(viewer.number("videoWidth"));
    BoundingBox player = viewer.box("media-controller");
    BoundingBox picture = viewer.picture();
    assertThat(picture.height).as("all of it is in sight").isLessThan(height);
    assertThat(picture.width).isCloseTo(player.width, within(1.0));
    for (Locator button : List.of(viewer.playButton(), viewer.captionsButton())) {
      BoundingBox box = button.boundingBox();
      assertThat(box.x).isGreaterThanOrEqualTo(player.x);
      assertThat(box.x + box.width).isLessThanOrEqualTo(player.x + player.width);
      assertThat(box.y + box.height).as("without scrolling").isLessThanOrEqualTo(height);
    }
  }

  @ParameterizedTest
  @CsvSource({Demo.PORTRAIT, LANDSCAPE})
  void download_playsAsItIs(String film) {
    Visit visit = DEMO.visit("de", 1280, 800);
    Page page = visit.open(film);
    String address = page.locator(".files a[download$='.mp4']").getAttribute("href");
    APIResponse answer = visit.get(address);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "video/mp4");
    assertThat(answer.headers()).containsEntry("content-length", "" + answer.body().length);

    page.evaluate(
        """
        (address) => {
          window.plain = document.createElement("video");
          plain.src = address;
          document.body.append(plain);
          return plain.play();
        }
        """,
        address);
    visit.until(
        "() => plain.currentTime > 0.5 && plain.videoWidth > 0 && plain.webkitAudioDecodedByteCount > 0");
    assertThat(visit.number("plain.videoHeight / plain.videoWidth"))
        .isCloseTo(film.equals(Demo.PORTRAIT) ? 16 / 9.0 : 9 / 16.0, within(0.01));
  }

  @Test
  void document_isSavedUnderItsName() throws Exception {
    Page page = DEMO.visit("el", 1280, 800).open(Demo.PORTRAIT + "?lang=el");
    Locator link = page.locator(".files a[download$='.pdf']");
    assertThat(link.textContent()).isEqualTo("Πρακτικό βοήθημα");
    Download download = page.waitForDownload(link::click);
    assertThat(download.suggestedFilename()).isEqualTo("allowance-form.fiche.pdf");
    assertThat(Files.readString(download.path(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
  }

  @ParameterizedTest
  @CsvSource({Demo.PORTRAIT, LANDSCAPE})
  void manifest_playsInDashJs(String film) {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Page page = visit.page();
    // A page beside the server's own, so that nothing is asked across origins.
    BrowserContext context = page.context();
    context.route("**/dash.html", route -> fulfil(route, "dash.html"));
    context.route("**/dashjs/*", route -> fulfil(route, "dashjs/dash.all.min.js"));
    visit.open("/dash.html#" + film + "/manifest.mpd");
    page.locator("button").click();
    visit.until("video.currentTime > 1 && video.webkitAudioDecodedByteCount > 0");
    visit.assertBuffersStartTogether();
    assertThat(page.evaluate("errors")).isEqualTo(List.of());
    assertThat(page.evaluate("player.getTracksFor('text').map((track) => track.lang)"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrderElementsOf(LANGUAGES);
  }

  private static void fulfil(Route route, String resource) {
    route.fulfill(
        new Route.FulfillOptions()
            .setPath(RESOURCES.resolve(resource))
            .setHeaders(
                Map.of(
                    "Content-Type",
                    resource.endsWith(".js") ? "text/javascript" : "text/html;charset=utf-8")));
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A film is watched while it is being made. {@code -Dpreview.film=FILE} takes another one, to see
 * how soon that is.
 */
class GrowingFilmTest {
  private static final String FILM = System.getProperty("preview.film", "camera-clips-1080p30.mp4");

  private static final double PATIENCE_MILLIS = 240_000;

  @TempDir private Path folder;
  private LiveStudio studio;
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void start() {
    studio = new LiveStudio(folder);
    chromium = Chromium.launch();
    BrowserContext context =
        chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
  }

  @AfterEach
  void stop() {
    chromium.close();
    studio.close();
  }

  @Test
  void film_playsWhileItIsBeingMade_andBecomesTheFinishedOneInTheSamePage() throws Exception {
    String capsule = studio.deliver(FILM, "growing", "");
    page.navigate(studio.origin + "/studio/capsules/" + capsule);
    page.evaluate("window.sameDocument = true");
    assertThat(page.getByText("It can be watched here already").isVisible()).isTrue();
    page.evaluate(
        """
        () => {
          const video = document.querySelector("hls-video");
          video.muted = true;
          video.addEventListener("loadedmetadata", () => video.play());
        }
        """);

    page.waitForFunction("() => document.querySelector('hls-video').currentTime > 0.2");

    Production running = newest(capsule);
    assertThat(running.state()).isEqualTo(State.RUNNING);
    double after = seconds(running, Instant.now());
    System.out.printf(
        "preview of %s plays %.1f s after the start of its production%n", FILM, after);
    assertThat(resolutions()).contains("640x360").hasSizeGreaterThan(2);
    assertThat(ended()).isFalse();

    while (newest(capsule).state() == State.RUNNING) {
      page.waitForTimeout(200);
    }
    Production done = newest(capsule);
    assertThat(done.state()).isEqualTo(State.DONE);
    page.waitForFunction("() => Number.isFinite(document.querySelector('hls-video').duration)");
    page.evaluate("document.querySelector('hls-video').currentTime = 15");
    page.waitForFunction("() => document.querySelector('hls-video').ended");
    assertThat(
            ((Number) page.evaluate("document.querySelector('hls-video').duration")).doubleValue())
        .isBetween(16.0, 17.0);
    assertThat(ended()).isTrue();
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    assertThat(page.locator("#player-message").isVisible()).isFalse();
  }

  private Production newest(String capsule) {
    return studio
        .library
        .database()
        .look(session -> new ProductionStore(session).ofCapsule(capsule))
        .get(0);
  }

  private static double seconds(Production production, Instant now) {
    return Duration.between(Objects.requireNonNull(production.startedAt()), now).toMillis()
        / 1000.0;
  }

  /** Of the variants that the player has to choose from. */
  private List<String> resolutions() {
    return fetched("")
        .lines()
        .filter(line -> line.contains("RESOLUTION="))
        .map(line -> line.replaceFirst(".*RESOLUTION=(\\d+x\\d+).*", "$1"))
        .toList();
  }

  private boolean ended() {
    return fetched("video-360.m3u8").contains("#EXT-X-ENDLIST");
  }

  private String fetched(String name) {
    return String.valueOf(
        page.evaluate(
            """
            async (name) => {
              const base = new URL(document.querySelector("hls-video").dataset.playlist, location);
              return await (await fetch(name ? new URL(name, base) : base)).text();
            }
            """,
            name));
  }
}

package org.capsula.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;

/** The page of a capsule whose film has just been delivered, in a studio that makes it now. */
final class GrowingPreview implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 240_000;

  final Page page;
  private final LiveStudio studio;
  private final Chromium chromium;
  private final String capsule;

  GrowingPreview(Path folder, Path film) throws IOException {
    studio = new LiveStudio(folder);
    chromium = Chromium.launch();
    BrowserContext context =
        chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    capsule = studio.deliver(film, "growing", "");
    page.navigate(studio.origin + "/studio/capsules/" + capsule);
  }

  /** Plays from the first moment on, and returns when the picture moves. */
  void awaitPictures() {
    page.evaluate(
        """
        () => {
          const video = document.querySelector("hls-video");
          video.muted = true;
          video.play().catch(() => {});
          video.addEventListener("loadedmetadata", () => video.play());
        }
        """);
    page.waitForFunction("() => document.querySelector('hls-video').currentTime > 0.2");
  }

  Production production() {
    return studio
        .library
        .database()
        .look(session -> new ProductionStore(session).ofCapsule(capsule))
        .get(0);
  }

  void awaitEndOfProduction() {
    while (!production().state().isEnd()) {
      // The browser's events come while Playwright waits.
      page.waitForTimeout(200);
    }
  }

  /** A playlist as the player gets it. */
  String playlist(String name) {
    return String.valueOf(
        page.evaluate(
            """
            async (name) => {
              const base = new URL(document.querySelector("hls-video").dataset.playlist, location);
              return await (await fetch(new URL(name, base))).text();
            }
            """,
            name));
  }

  @Override
  public void close() {
    chromium.close();
    studio.close();
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pages as people meet them; what was seen lies in {@code target/screenshots}. */
final class Look {
  static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private Look() {}

  /** Kept as a picture, without violations, and as wide as its window. */
  static void at(Page page, String name) {
    shoot(page, name);
    assertAccessible(page, name);
    assertFits(page, name);
  }

  /** The whole page, to be looked at. */
  static void shoot(Page page, String name) {
    page.evaluate("document.querySelectorAll('img').forEach((image) => (image.loading = 'eager'))");
    page.waitForFunction("() => Array.from(document.images).every((image) => image.complete)");
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  static void assertAccessible(Page page, String name) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
  }

  static void assertFits(Page page, String name) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(name + " fits the window")
        .isEqualTo(true);
  }
}

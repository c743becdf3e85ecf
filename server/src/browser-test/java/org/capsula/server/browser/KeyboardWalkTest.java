package org.capsula.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way of a viewer with a keyboard alone; no stop hides its focus. */
class KeyboardWalkTest {
  @RegisterExtension static final Demo DEMO = new Demo();

  @Test
  void viewer_findsPlaysReadsAndShares() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Page page = visit.open("/?lang=fr");
    // The index may still be on its way to the demo's films.
    page.waitForCondition(
        () -> visit.get("/api/capsules?q=parola").text().contains("shared-password"));
    filterAndFind(page);
    Viewer viewer = Viewer.on(visit);
    double second = playAndRead(viewer);
    jumpInTheTranscript(viewer, second);
    helpAndShare(page);
  }

  private static void filterAndFind(Page page) {
    Keyboard.press(page, ".finder summary");
    Keyboard.choose(page, "#filter-language", "roum");
    Keyboard.press(page, ".finder-menus button");
    page.waitForURL("**language=ro**");
    Keyboard.tabTo(page, "#q");
    page.keyboard().type("PAROLA");
    page.keyboard().press("Enter");
    page.waitForURL("**q=PAROLA**");
    Keyboard.press(page, ".found-cues a");
    page.waitForURL("**/c/shared-password?t=**");
  }

  /**
   * @return where the film was when it began
   */
  private static double playAndRead(Viewer viewer) {
    Page page = viewer.page();
    viewer.until("v.readyState >= 1 && v.currentTime > 0");
    double second = viewer.number("currentTime");
    page.locator("#film-tools").waitFor();
    Keyboard.press(page, "media-play-button");
    viewer.until("!v.paused && v.currentTime > %s + 0.2".formatted(second));
    page.keyboard().press("Enter");
    viewer.until("v.paused");
    Keyboard.captions(page, "Français");
    viewer.untilShown("fr", "");
    Keyboard.press(page, "[aria-controls=caption-panel]");
    Keyboard.choose(page, "#caption-second", "grec");
    assertThat(page.locator(".caption-first")).hasAttribute("lang", "fr");
    assertThat(page.locator(".caption-second")).hasAttribute("lang", "el");
    return second;
  }

  private static void jumpInTheTranscript(Viewer viewer, double second) {
    Page page = viewer.page();
    Keyboard.tabTo(page, "#transcript-lines a");
    page.keyboard().press("End");
    page.keyboard().press("Enter");
    viewer.until("!v.seeking && v.currentTime > %s + 5".formatted(second));
    page.locator("#transcript-lines li:last-child a[aria-current]").waitFor();
  }

  private static void helpAndShare(Page page) {
    Keyboard.tabBackTo(page, "#keys-open");
    page.keyboard().press("Enter");
    page.locator("#keys").waitFor();
    Keyboard.press(page, "#keys form button");
    assertThat(page.locator("#keys")).isHidden();
    assertThat(page.locator("#keys-open")).isFocused();
    Keyboard.tabBackTo(page, "#share-open");
    page.keyboard().press("Enter");
    page.locator("#share").waitFor();
    Keyboard.press(page, "#share-copy-address");
    assertThat(page.locator("#share-status")).hasText(Pattern.compile(".+"));
    page.keyboard().press("Escape");
    assertThat(page.locator("#share")).isHidden();
    assertThat(page.locator("#share-open")).isFocused();
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A viewer who has a keyboard alone, on the Greek pages. */
class DemoKeyboardTest {
  /** Where the focus is, also within the player's elements. */
  private static final String FOCUSED =
      """
      (() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return focused;
      })()
      """;

  /** A ring around what has the focus, or around the card that it stands for. */
  private static final String RINGED =
      """
      (() => {
        const drawn = (element) => {
          const style = getComputedStyle(element);
          return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
            || style.boxShadow !== "none";
        };
        const focused = %s;
        return [focused, focused.getRootNode().host, focused.closest(".entry, li")]
          .some((element) => element && drawn(element));
      })()
      """
          .formatted(FOCUSED);

  private static final String CAPTIONS_BUTTON = "media-captions-menu-button";
  private static final int MOST_STOPS = 60;

  @RegisterExtension static final Demo DEMO = new Demo();

  @Test
  void keyboard_reachesEverythingThatAViewerNeeds() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Page page = visit.open("/?lang=el");
    tabTo(page, "a[href^='" + Demo.PORTRAIT + "']");
    page.keyboard().press("Enter");
    page.waitForURL("**" + Demo.PORTRAIT + "?lang=el");
    Viewer viewer = Viewer.on(visit);

    tabTo(page, "media-play-button");
    page.keyboard().press("Enter");
    viewer.until("!v.paused && v.currentTime > 0.2 && v.readyState >= 3");
    viewer.untilPlaysOn();
    page.keyboard().press("Enter");
    viewer.until("v.paused");
    // Only so that the two pictures that are compared are of the same moment.
    viewer.seek(4.5);
    viewer.until("!v.seeking && v.readyState >= 2");
    viewer.untilShown("el", "Μόνος του δεν τα καταφέρνει.");
    // The hint of the button that has the focus is on the pictures too: the same one on all three.
    tabTo(page, CAPTIONS_BUTTON);
    Pixels captioned = viewer.pixels();

    captions(page, "Χωρίς υπότιτλους");
    viewer.untilNoCaptions();
    Pixels bare = viewer.pixels();
    assertThat(bare.rowsUnlike(captioned)).as("captions on the screen").isNotEmpty();

    assertThat(page.evaluate(within(CAPTIONS_BUTTON))).as("back on the button").isEqualTo(true);
    captions(page, "Ελληνικά");
    viewer.untilShown("el", "Μόνος του δεν τα καταφέρνει.");
    assertThat(viewer.pixels().rowsUnlike(captioned)).as("captions are back").isEmpty();

    tabTo(page, ".chapters li:nth-child(2) a");
    page.keyboard().press("Enter");
    viewer.until("!v.paused && !v.seeking && v.currentTime >= 5.24");
    assertThat(viewer.number("currentTime")).isLessThan(15.44);
    viewer.untilPlaysOn();
    page.waitForSelector(".chapters li:nth-child(2) a[aria-current]");
  }

  @Test
  void skipLink_leadsToTheContent() {
    Page page = DEMO.visit("el", 1280, 800).open("/?lang=el");
    page.keyboard().press("Tab");
    assertThat(page.evaluate(FOCUSED + ".matches('.skip')")).isEqualTo(true);
    assertThat(page.locator(".skip").boundingBox().width).isGreaterThan(100);
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.evaluate(FOCUSED + ".closest('main') !== null")).isEqualTo(true);
  }

  /** Opens the captions' menu, and chooses by the arrows. */
  private static void captions(Page page, String name) {
    if (!(boolean) page.evaluate(within(CAPTIONS_BUTTON))) {
      tabTo(page, CAPTIONS_BUTTON);
    }
    page.keyboard().press("Enter");
    page.locator("media-captions-menu").waitFor();
    page.waitForFunction("() => " + within("media-captions-menu"));
    String chosen = FOCUSED + ".textContent.trim() === '" + name + "'";
    for (int i = 0; i < MOST_STOPS && !(boolean) page.evaluate(chosen); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.evaluate(chosen)).as("%s in the menu", name).isEqualTo(true);
    page.keyboard().press("Enter");
    page.locator("media-captions-menu")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** Every stop on the way shows where it is. */
  private static void tabTo(Page page, String selector) {
    String arrived = within(selector);
    for (int i = 0; i < MOST_STOPS; i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate(RINGED)).as(() -> "ring at " + describe(page)).isEqualTo(true);
      if ((boolean) page.evaluate(arrived)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }

  /** Whether the focus is on such an element or in it, whatever shadow roots lie between. */
  private static String within(String selector) {
    return """
        (() => {
          let at = %s;
          while (at && !at.matches?.("%s")) at = at.parentNode ?? at.host;
          return Boolean(at);
        })()
        """
        .formatted(FOCUSED, selector);
  }

  private static String describe(Page page) {
    return String.valueOf(page.evaluate(FOCUSED + ".outerHTML.slice(0, 200)"));
  }
}

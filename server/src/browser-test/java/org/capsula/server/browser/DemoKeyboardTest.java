package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A viewer who has a keyboard alone, on the Greek pages. */
class DemoKeyboardTest {
  private static final String CAPTIONS_BUTTON = "media-captions-menu-button";

  @RegisterExtension static final Demo DEMO = new Demo();

  @Test
  void keyboard_reachesEverythingThatAViewerNeeds() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Page page = visit.open("/?lang=el");
    Keyboard.tabTo(page, "a[href^='" + Demo.PORTRAIT + "']");
    page.keyboard().press("Enter");
    page.waitForURL("**" + Demo.PORTRAIT + "?lang=el");
    Viewer viewer = Viewer.on(visit);

    Keyboard.tabTo(page, "media-play-button");
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
    Keyboard.tabTo(page, CAPTIONS_BUTTON);
    Pixels captioned = viewer.pixels();

    Keyboard.captions(page, "Χωρίς υπότιτλους");
    viewer.untilNoCaptions();
    Pixels bare = viewer.pixels();
    assertThat(bare.rowsUnlike(captioned)).as("captions on the screen").isNotEmpty();

    assertThat(Keyboard.isWithin(page, CAPTIONS_BUTTON)).as("back on the button").isTrue();
    Keyboard.captions(page, "Ελληνικά");
    viewer.untilShown("el", "Μόνος του δεν τα καταφέρνει.");
    assertThat(viewer.pixels().rowsUnlike(captioned)).as("captions are back").isEmpty();

    Keyboard.tabTo(page, ".chapters li:nth-child(2) a");
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
    assertThat(page.evaluate(Keyboard.FOCUSED + ".matches('.skip')")).isEqualTo(true);
    assertThat(page.locator(".skip").boundingBox().width).isGreaterThan(100);
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.evaluate(Keyboard.FOCUSED + ".closest('main') !== null")).isEqualTo(true);
  }
}

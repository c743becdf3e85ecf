package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody without a mouse: every stop on the way has to show where it is. */
final class Keyboard {
  /** Where the focus is, also within the player's elements. */
  static final String FOCUSED =
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

  private static final int MOST_STOPS = 80;

  private Keyboard() {}

  static void tabTo(Page page, String selector) {
    walkTo(page, "Tab", selector);
  }

  static void tabBackTo(Page page, String selector) {
    walkTo(page, "Shift+Tab", selector);
  }

  private static void walkTo(Page page, String key, String selector) {
    for (int i = 0; i < MOST_STOPS; i++) {
      page.keyboard().press(key);
      assertThat(page.evaluate(RINGED)).as(() -> "ring at " + describe(page)).isEqualTo(true);
      if (isWithin(page, selector)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }

  /** Chooses what begins so in the list that the walk leads to. */
  static void choose(Page page, String selector, String words) {
    tabTo(page, selector);
    page.keyboard().type(words);
  }

  /** Presses what the walk leads to. */
  static void press(Page page, String selector) {
    tabTo(page, selector);
    page.keyboard().press("Enter");
  }

  static boolean isWithin(Page page, String selector) {
    return (boolean) page.evaluate(within(selector));
  }

  /** Whether the focus is on such an element or in it, whatever shadow roots lie between. */
  static String within(String selector) {
    return """
    (() => {
      let at = %s;
      while (at && !at.matches?.("%s")) at = at.parentNode ?? at.host;
      return Boolean(at);
    })()
    """
        .formatted(FOCUSED, selector);
  }

  /** Opens the captions' menu, and chooses by the arrows. */
  static void captions(Page page, String name) {
    if (!isWithin(page, "media-captions-menu-button")) {
      tabTo(page, "media-captions-menu-button");
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
    page.waitForCondition(() -> !page.locator("media-captions-menu").isVisible());
  }

  private static String describe(Page page) {
    return String.valueOf(page.evaluate(FOCUSED + ".outerHTML.slice(0, 200)"));
  }
}

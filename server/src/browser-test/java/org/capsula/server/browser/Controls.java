package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;

/** What can be pressed on a page, or in the dialog that stands over it: whole, and side by side. */
final class Controls {
  private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1280);

  /** What lies beyond the edge of something that scrolls is not lost. */
  private static final String FAULTS =
      """
      () => {
        const root = document.querySelector("dialog[open]") ?? document.body;
        const faults = [];
        const clips = (style) => /hidden|clip/.test(style.overflowX);
        const scrolls = (style) => /auto|scroll/.test(style.overflowX + style.overflowY);
        const name = (element) => element.outerHTML.slice(0, 90);
        const ancestors = (element) => {
          const found = [];
          for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
            found.push(at);
          }
          return found;
        };
        const cut = (one, other) => ({
          left: Math.max(one.left, other.left),
          right: Math.min(one.right, other.right),
          top: Math.max(one.top, other.top),
          bottom: Math.min(one.bottom, other.bottom),
        });
        const area = ({ left, right, top, bottom }) => (right - left > 1 && bottom - top > 1);
        const boxes = (element) => {
          const within = ancestors(element).filter((each) => scrolls(getComputedStyle(each)));
          return Array.from(element.getClientRects(), (box) =>
            within.reduce((left, each) => cut(left, each.getBoundingClientRect()), box),
          ).filter(area);
        };
        const controls = Array.from(
          root.querySelectorAll(
            "a[href], button, input:not([type=hidden]), select, textarea, summary," +
              " media-control-bar > :not(span, [role=menu])",
          ),
        ).filter(
          (element) =>
            element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
            !element.matches(".skip"),
        );
        for (const element of controls) {
          const box = element.getBoundingClientRect();
          const around = ancestors(element);
          if (!around.some((each) => scrolls(getComputedStyle(each)))) {
            if (box.left < -0.5 || box.right > innerWidth + 0.5) {
              faults.push("beyond the window: " + name(element));
            }
            for (const each of around.filter((one) => clips(getComputedStyle(one)))) {
              const edge = each.getBoundingClientRect();
              if (box.left < edge.left - 1 || box.right > edge.right + 1) {
                faults.push("cut off: " + name(element));
              }
            }
          }
          if (clips(getComputedStyle(element)) && element.scrollWidth > element.clientWidth + 1
              && element.matches("a, button, summary")) {
            faults.push("its words are cut off: " + name(element));
          }
        }
        const placed = controls.map((element) => ({ element, boxes: boxes(element) }));
        placed.forEach((one, index) =>
          placed.slice(index + 1).forEach((other) => {
            if (one.element.contains(other.element) || other.element.contains(one.element)) {
              return;
            }
            if (one.boxes.some((box) => other.boxes.some((each) => area(cut(box, each))))) {
              faults.push("overlap: " + name(one.element) + " and " + name(other.element));
            }
          }),
        );
        return faults;
      }
      """;

  private Controls() {}

  static void assertWhole(Page page, String name) {
    assertThat((List<?>) page.evaluate(FAULTS)).as(name).isEmpty();
  }

  /** The player hears of its new width later, and takes away what has no room. */
  private static void settle(Page page) {
    try {
      page.waitForFunction("() => (" + FAULTS.strip() + ")().length === 0");
    } catch (TimeoutError e) {
      // Then something is wrong, and is told by its name.
    }
  }

  /** At each width that people have, and nothing is wider than the window. */
  static void assertWholeEverywhere(Page page, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      settle(page);
      Look.assertFits(page, name + " at " + width);
      assertWhole(page, name + " at " + width);
    }
  }
}

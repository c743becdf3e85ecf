package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both lines in every look that a viewer may choose: whole, in the picture, above the bar. */
class CaptionLooksTest {
  private static final String FILM = "/c/shared-password";

  /** Within the first cue of both films in all languages; seconds. */
  private static final double CUE_TIME = 2;

  /** Where a line leaves the picture, or lies under a bar that is shown. */
  private static final String LOST =
      """
      const lost = (look) => {
        const controller = document.querySelector("media-controller");
        const bars = Array.from(controller.querySelectorAll("media-control-bar"))
          .filter((bar) => bar.checkVisibility({ opacityProperty: true }))
          .map((bar) => bar.getBoundingClientRect().top);
        const picture = controller.getBoundingClientRect();
        const bottom = Math.min(picture.bottom, innerHeight, ...bars);
        const lines = Array.from(document.querySelectorAll(".caption-text"), (line) =>
          line.getBoundingClientRect());
        const faults = lines.length === 2 ? [] : [look + ": " + lines.length + " lines"];
        if (lines.length === 2 && lines[0].top < lines[1].bottom && lines[1].top < lines[0].bottom) {
          faults.push(look + ": one over the other");
        }
        return faults.concat(lines
          .filter((box) => !(box.height > 5 && box.top >= picture.top - 0.5
            && box.bottom <= bottom + 0.5 && box.left >= picture.left - 0.5
            && box.right <= picture.right + 0.5))
          .map((box) => `${look}: ${box.top} to ${box.bottom}, bottom ${bottom}`));
      };
      """;

  private static final String EVERY_LOOK =
      "async () => {"
          + LOST
          + """
            const drawn = () => new Promise((done) =>
              requestAnimationFrame(() => requestAnimationFrame(done)));
            const form = document.querySelector("#caption-form");
            const values = (name) => Array.from(form.elements[name].options, ({ value }) => value);
            const set = (name, value) => {
              form.elements[name].value = value;
              form.elements[name].dispatchEvent(new Event("change", { bubbles: true }));
            };
            const faults = [];
            let looks = 0;
            for (const size of values("size")) {
              set("size", size);
              for (const ground of values("ground")) {
                set("ground", ground);
                for (const ink of ground === "none" ? values("ink") : ["white"]) {
                  set("ink", ink);
                  for (const place of values("place")) {
                    set("place", place);
                    for (const order of values("order")) {
                      set("order", order);
                      await drawn();
                      looks += 1;
                      faults.push(...lost([size, ground, ink, place, order].join(" ")));
                    }
                  }
                }
              }
            }
            return [looks, ...faults];
          }
          """;

  /** Four sizes, two grounds in one ink and one in four, two places, two orders. */
  private static final int LOOKS = 4 * (2 + 4) * 2 * 2;

  @RegisterExtension static final Demo DEMO = new Demo();

  private static Viewer reading(Visit visit, String path) {
    Viewer viewer = Viewer.of(visit, path);
    viewer.page().locator("[aria-controls=caption-panel]").click();
    viewer.page().locator("#caption-second").selectOption("fr");
    viewer.play();
    viewer.pauseAt(CUE_TIME);
    viewer.page().locator(".caption-second").waitFor();
    return viewer;
  }

  @ParameterizedTest
  @CsvSource({
    FILM + ", 320",
    FILM + ", 390",
    FILM + ", 768",
    FILM + ", 1280",
    Demo.PORTRAIT + ", 320",
    Demo.PORTRAIT + ", 1280"
  })
  void linesInTwoLanguages_areNeverUnderTheBar(String film, int width) {
    Viewer viewer = reading(DEMO.visit("el", width, 800), film + "?lang=el");

    assertThat((List<?>) viewer.page().evaluate(EVERY_LOOK)).isEqualTo(List.of(LOOKS));
  }

  /** There the bar lies over the picture, and goes away while nobody moves. */
  @Test
  void linesInFullScreen_giveWayToTheBarAndComeBack() {
    Visit visit = DEMO.visit("el", 1280, 800);
    Viewer viewer = reading(visit, FILM + "?lang=el");
    Page page = viewer.page();
    page.locator("media-fullscreen-button").click();
    page.locator("media-controller[mediaisfullscreen]").waitFor();
    visit.until(
        "() => document.querySelector('media-controller').getBoundingClientRect().width ==="
            + " innerWidth");
    assertThat((List<?>) page.evaluate(EVERY_LOOK)).isEqualTo(List.of(LOOKS));
    double above = bottom(visit);

    viewer.seek(0.6);
    page.mouse().move(640, 300);
    page.locator("media-play-button").click();
    page.locator("media-controller[userinactive]:not([mediapaused])").waitFor();
    visit.until(
        "() => getComputedStyle(document.querySelector('media-control-bar')).opacity === '0'");
    viewer.seek(CUE_TIME);
    viewer.until("!v.seeking && document.querySelectorAll('.caption-text').length === 2");
    assertThat(lost(page, "bar hidden")).isEmpty();
    assertThat(bottom(visit)).as("nearer to the edge").isGreaterThan(above);

    page.mouse().move(600, 310);
    page.locator("media-controller:not([userinactive])").waitFor();
    viewer.seek(CUE_TIME);
    visit.until(
        "() => getComputedStyle(document.querySelector('media-control-bar')).opacity === '1'");
    viewer.until("!v.seeking && document.querySelectorAll('.caption-text').length === 2");
    assertThat(lost(page, "bar shown")).isEmpty();
  }

  private static double bottom(Visit visit) {
    return visit.number("document.querySelector('.captions').getBoundingClientRect().bottom");
  }

  private static List<?> lost(Page page, String name) {
    return (List<?>) page.evaluate("(name) => {" + LOST + " return lost(name); }", name);
  }
}

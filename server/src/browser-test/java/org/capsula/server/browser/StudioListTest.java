package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The studio's list, while a real film becomes a capsule and after. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StudioListTest {
  private static final String SUBTITLES =
      """
      1
      00:00:01,000 --> 00:00:03,000
      Η μητέρα δεν μπορεί να συνδεθεί.

      2
      00:00:09,000 --> 00:00:04,000
      Τέλος πριν από την αρχή.

      three
      00:00:0x,000 --> 00:00:12,000
      Χωρίς χρόνους.
      """;

  /** A busy machine needs minutes for a minute's film. */
  private static final double PATIENCE_MILLIS = 480_000;

  private static LiveStudio studio;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path folder) {
    studio = new LiveStudio(folder);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    studio.close();
  }

  private static Visit visit(String language, int width) {
    return new Visit(chromium, studio.origin, Demo.options(language, width, 900));
  }

  private static void until(Page page, String expression) {
    page.waitForFunction(
        // A bare expression is given to eval, which the page's policy refuses.
        "() => " + expression, null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
  }

  @Test
  @Order(1)
  void productions_areSeenLiveFromTheEmptyListToTheEnd() throws Exception {
    try (Visit visit = visit("fr", 1280)) {
      Page page = visit.open("/studio");
      Look.at(page, "studio-empty");
      page.evaluate("window.neverReloaded = true");
      page.evaluate(
          """
          () => {
            window.heard = [];
            new MutationObserver((changes) => changes.forEach((change) =>
              change.addedNodes.forEach((node) => heard.push(node.textContent.trim()))))
              .observe(document.getElementById("live"), { childList: true });
          }
          """);

      String slow = studio.deliver("bbb-480p-surround51.mp4", "guichet", SUBTITLES);
      String row = "document.getElementById('capsule-" + slow + "')";
      // Else the shorter one, which comes later, would be taken first.
      until(page, row + "?.dataset.outcome === 'running'");
      String quick = studio.deliver("with-chapters.mp4", "ecole", "");
      until(page, row + "?.querySelector('progress')?.value > 4");
      String other = "document.getElementById('capsule-" + quick + "')";
      until(page, other + "?.innerText.includes('La prochaine de la file')");
      Look.shoot(page, "studio-running-1280");
      double percent = visit.number(row + ".querySelector('progress').value");
      until(page, row + "?.querySelector('progress')?.value > " + (percent + 5));
      // After three seconds and a tenth of the work; how soon that is depends on the machine.
      until(page, row + "?.querySelector('[data-left]')?.textContent.startsWith('Prête dans')");

      until(page, row + "?.dataset.outcome === 'done'");
      until(page, other + "?.dataset.outcome === 'done'");

      until(page, row + ".querySelector('img')?.naturalWidth > 0");
      assertThat(page.evaluate(row + ".innerText").toString())
          .contains("Brouillon", "grec", "2 erreurs");
      assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
      @SuppressWarnings("unchecked")
      List<String> heard = (List<String>) page.evaluate("heard");
      assertThat(heard)
          .contains("Production commencée\u00a0: guichet", "Production terminée\u00a0: guichet")
          .hasSizeLessThanOrEqualTo(4);
      visit.assertNothingWentWrong();
    }
  }

  @Test
  @Order(2)
  void list_isAccessibleAndFitsItsWindow() {
    for (String language : List.of("fr", "el", "de")) {
      for (int width : new int[] {390, 1280, 320}) {
        try (Visit visit = visit(language, width)) {
          Page page = visit.open("/studio");
          page.evaluate(
              "document.querySelectorAll('details.findings').forEach((d) => d.open = true)");
          Look.at(page, "studio-" + language + "-" + width);
          page.click("a[data-delete]");
          Look.at(page, "studio-" + language + "-" + width + "-question");
          visit.assertNothingWentWrong();
        }
      }
    }
  }

  @Test
  @Order(3)
  void deletion_isDoneAndUndoneByKeyboardAlone() {
    try (Visit visit = visit("fr", 1280)) {
      Page page = visit.open("/studio");
      String before = titles(page);
      press(page, "Tab", "document.activeElement.matches('a[data-delete]')");
      String id = page.evaluate("document.activeElement.closest('tr').id").toString();
      page.keyboard().press("Enter");
      until(page, "document.getElementById('delete-dialog').open");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("delete-no");

      page.keyboard().press("Escape");
      assertThat(page.evaluate("document.activeElement.closest('tr')?.id")).isEqualTo(id);
      page.keyboard().press("Enter");
      press(page, "Tab", "document.activeElement.matches('#delete-form .danger')");
      page.keyboard().press("Enter");
      until(page, "document.getElementById('" + id + "') === null");
      until(page, "document.activeElement.matches('#notice button')");
      Look.shoot(page, "studio-undo-1280");

      page.keyboard().press("Enter");
      until(page, "document.getElementById('" + id + "') !== null");
      until(page, "document.activeElement.id === 'notice'");
      assertThat(titles(page)).isEqualTo(before);
      visit.assertNothingWentWrong();
    }
  }

  private static void press(Page page, String key, String goal) {
    for (int i = 0; i < 60 && !(boolean) page.evaluate(goal); i++) {
      page.keyboard().press(key);
    }
    assertThat(page.evaluate(goal)).as(goal).isEqualTo(true);
  }

  private static String titles(Page page) {
    return page.evaluate("[...document.querySelectorAll('.capsule-title')].map((e) => e.innerText)")
        .toString();
  }
}

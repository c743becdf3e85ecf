package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the page that corrects cues must neither save something else nor lose the place. */
class CuesMistakesTest {
  private static final String SUBTITLES =
      """
      1
      00:00:00,200 --> 00:00:01,500
      Δεν ανοίγει.

      2
      00:00:01,500 --> 00:00:05,500
      Η μητέρα δεν μπορεί να συνδεθεί στην πλατφόρμα του σχολείου

      3
      00:00:05,500 --> 00:00:09,400
      Ο διευθυντής ζητά από όλους τους γονείς να γραφτούν σήμερα
      """;

  private static StudioSite site;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    site = new StudioSite(folder, "letterbox-4x3.mp4", SUBTITLES);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    site.close();
  }

  private static Page open(Visit visit) {
    Page page = visit.open("/studio/capsules/" + site.capsule + "/cues/" + site.track().id());
    page.waitForSelector("#cue-list [role=option][aria-selected=true]");
    return page;
  }

  @Test
  void timeThatIsNoneYet_isNotSavedAsAnOlderOne() {
    try (Visit visit = new Visit(chromium, site.origin, Demo.options("en", 1280, 900))) {
      Page page = open(visit);
      String before = site.track().webvttSha256();
      page.focus("#cue-start");
      page.keyboard().press("Control+A");
      page.keyboard().type("00:00:00.1x");
      page.keyboard().press("Control+S");

      assertThat(page.getAttribute("#cue-start", "aria-invalid")).isEqualTo("true");
      assertThat(page.textContent("#cue-start-error")).contains("00:00:01.000");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("cue-start");
      page.keyboard().press("Backspace");
      page.keyboard().press("Control+S");
      visit.until("() => document.getElementById('cues-saved').textContent.startsWith('Saved')");
      assertThat(site.track().webvttSha256()).isNotEqualTo(before);
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void focus_afterAFix_isAtTheNextFindingAndAtLastAtTheHeading() {
    try (Visit visit = new Visit(chromium, site.origin, Demo.options("en", 1280, 900))) {
      Page page = open(visit);
      page.evaluate("document.getElementById('cues-findings').open = true");
      int findings = page.locator("#finding-list li").count();
      assertThat(findings).as("the lines that are too long").isEqualTo(2);
      page.locator("#finding-list button").last().focus();
      for (int left = findings - 1; left >= 0; left--) {
        page.keyboard().press("Enter");
        visit.until(
            "() => document.querySelectorAll('#finding-list li').length === %d".formatted(left));
        assertThat(page.evaluate("document.activeElement.closest('#cues-findings') !== null"))
            .as("with %d left", left)
            .isEqualTo(true);
      }
      assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
      visit.assertNothingWentWrong();
    }
  }
}

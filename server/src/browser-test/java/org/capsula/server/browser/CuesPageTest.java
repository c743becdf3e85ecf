package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.pipeline.storage.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Correcting cues beside the picture, as a subtitler does. */
class CuesPageTest {
  private static final String SUBTITLES =
      """
      1
      00:00:00,200 --> 00:00:01,500
      Δεν ανοίγι.

      2
      00:00:01,400 --> 00:00:02,800
      <i>Δοκίμασε</i> ξανά!

      3
      00:00:03,000 --> 00:00:03,200
      Η μητέρα δεν μπορεί να συνδεθεί στην πλατφόρμα του σχολείου
      """;

  private static StudioSite site;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    site = new StudioSite(folder, "with-chapters.mp4", SUBTITLES);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    site.close();
  }

  private static Visit visit(String language, int width, int height) {
    return new Visit(chromium, site.origin, Demo.options(language, width, height));
  }

  private static Page open(Visit visit, String query) {
    Page page =
        visit.open("/studio/capsules/" + site.capsule + "/cues/" + site.track().id() + query);
    page.waitForSelector("#cue-list [role=option][aria-selected=true]");
    return page;
  }

  @Test
  void correctedByKeyboard_isPublicAtOnceAndNothingIsEncoded() throws Exception {
    String edition = site.edition();
    String before = folderHash(site.library.storage().edition(edition));
    int productions = site.productions();
    try (Visit visit = visit("fr", 1280, 900)) {
      Page page = open(visit, "");
      for (int i = 0; i < 60 && !(boolean) page.evaluate(focused("#cue-list [role=option]")); i++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Home");
      page.keyboard().press("Enter");
      assertThat(page.evaluate(focused("#cue-text"))).isEqualTo(true);
      page.keyboard().press("Control+A");
      page.keyboard().type("Δεν ανοίγει.");
      visit.until("document.querySelector('#cue-list .row-text').textContent === 'Δεν ανοίγει.'");
      page.keyboard().press("Control+S");
      visit.until("document.getElementById('cues-saved').textContent.includes('version 2')");
      visit.assertNothingWentWrong();
    }
    try (Visit visit = visit("el", 1280, 900)) {
      String page = visit.get("/c/film?lang=el").text();
      String address = "/c/film/text/" + site.track().webvttSha256() + "/el.vtt";
      assertThat(page).contains(address);
      assertThat(visit.get(address).text()).contains("\nΔεν ανοίγει.\n");
      assertThat(visit.get("/c/film/multivariant.m3u8").text()).contains("EXT-X-MEDIA");
    }
    assertThat(site.edition()).isEqualTo(edition);
    assertThat(folderHash(site.library.storage().edition(edition))).isEqualTo(before);
    assertThat(site.productions()).isEqualTo(productions);
  }

  @Test
  void pages_haveNoViolations() throws Exception {
    for (int width : new int[] {390, 1280}) {
      for (String language : new String[] {"el", "de"}) {
        try (Visit visit = visit(language, width, 900)) {
          Page page = open(visit, "?lang=" + language);
          page.evaluate("document.getElementById('cues-findings').open = true");
          page.waitForTimeout(1500);
          shoot(page, "cues-" + language + "-" + width);
          assertThat(new AxeBuilder(page).analyze().getViolations())
              .as("%s %s", language, width)
              .isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .isEqualTo(true);
          visit.assertNothingWentWrong();
        }
      }
    }
  }

  private static void shoot(Page page, String name) {
    String folder = System.getProperty("screenshots", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }

  private static String focused(String selector) {
    return "document.activeElement.matches(\"" + selector + "\")";
  }

  private static String folderHash(Path folder) throws Exception {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.append(file.getFileName()).append(Sha256.of(file));
      }
    }
    return Sha256.of(all.toString());
  }
}

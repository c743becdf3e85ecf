package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.capsula.server.produce.Program;
import org.capsula.server.safekeeping.PublishedLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exported catalogue in Chromium, from a file server that knows nothing of Capsula. */
class ExportedSiteTest {
  @TempDir private static Path folder;
  private static Site site;
  private static Chromium chromium;

  @BeforeAll
  static void export() throws Exception {
    PublishedLibrary.make(folder.resolve("library"));
    // Deep within somebody's site: nothing may hang on standing at its top.
    Program exported =
        Program.run(
            "export",
            "--library",
            folder.resolve("library").toString(),
            "--to",
            folder.resolve("www/school/films").toString());
    assertThat(exported.status()).as(exported.err().toString()).isZero();
    site = Site.over(folder.resolve("www"));
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void greekViewer_comesIn_findsTheFilm_andWatchesItWithGreekCaptions() {
    try (Visit visit = new Visit(chromium, site, "el-GR", 1280, 800)) {
      visit.open("/school/films/index.html");
      visit.until("location.pathname === '/school/films/el/index.html'");
      Look.at(visit.page(), "exported-catalogue-1280");
      visit.page().getByText("Το σχολείο").click();
      visit.until("location.pathname === '/school/films/el/c/film.html'");
      assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("el");

      Viewer viewer = Viewer.on(visit);
      viewer.play();
      viewer.untilPlaysOn();
      visit.assertBuffersStartTogether();
      viewer.captions("Ελληνικά");
      viewer.pauseAt(6);
      viewer.untilShown("el", "Στο σχολείο.");
      Look.at(visit.page(), "exported-capsule-1280");

      visit.page().locator("nav.languages summary").click();
      visit.page().getByText("Română").click();
      visit.until("document.documentElement.lang === 'ro'");
      visit.page().locator("a.wordmark").click();
      visit.until("location.pathname === '/school/films/ro/index.html'");
      visit.assertNothingWentWrong();
    }
  }

  @ParameterizedTest
  @CsvSource({"de-AT, de", "ja-JP, en", "lb-LU, lb"})
  void entrance_leadsToTheViewersLanguage_elseToEnglish(String locale, String language) {
    try (Visit visit = new Visit(chromium, site, locale, 390, 844)) {
      visit.open("/school/films/index.html");
      visit.until("location.pathname === '/school/films/%s/index.html'".formatted(language));
      visit.assertNothingWentWrong();
    }
  }
}

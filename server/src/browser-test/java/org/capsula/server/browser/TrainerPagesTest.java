package org.capsula.server.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.server.editor.EditedSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The studio's pages as a trainer meets them on the way to the schedule. */
class TrainerPagesTest {
  static final List<String> LANGUAGES = List.of("de", "el", "fr");

  private static EditedSite site;
  private static Chromium chromium;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    site =
        EditedSite.open(folder, Role.VIEWER)
            .add(
                "media/vfr-360p.mp4",
                "film.yaml",
                "title: {fr: Le mot de passe confié à une assistante sociale}\n",
                "film.el.srt",
                "1\n00:00:00,500 --> 00:00:02,000\nΔεν έχω τον κωδικό.\n");
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    site.close();
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void nothing_isLostAtAnyWidth(String language) {
    String editor = "/studio/capsules/" + site.capsule();
    String track =
        site.library()
            .database()
            .look(session -> new TrackStore(session).of(site.capsule()))
            .get(0)
            .id();
    try (Visit visit =
        new Visit(
            chromium,
            site.origin(),
            Demo.options(language, 1280, 800)
                .setExtraHTTPHeaders(Map.of("Test-Role", Role.TRAINER.name())))) {
      for (String path : List.of("/studio", editor, editor + "/cues/" + track)) {
        Page page = visit.open(path + "?lang=" + language);
        if (path.equals(editor)) {
          visit.until("() => document.getElementById('release-state').textContent !== ''");
        }
        if (path.contains("/cues/")) {
          page.locator("#cue-list [role=option]").first().waitFor();
        }
        Controls.assertWholeEverywhere(page, path);
        Look.assertAccessible(page, path);
      }
      visit.assertNothingWentWrong();
    }
  }
}

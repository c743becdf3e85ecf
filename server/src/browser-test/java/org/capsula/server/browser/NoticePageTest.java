package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.Release.Notices;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.server.editor.EditedSite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What stands in the place of a capsule that is not yet, or no more, to be seen. */
class NoticePageTest {
  static final List<String> LANGUAGES = Demo.LANGUAGES;

  private static final Instant LONG_AGO = Instant.parse("2025-01-31T08:00:00Z");
  private static final Instant FAR_OFF = Instant.parse("2125-01-31T08:00:00Z");

  private static EditedSite site;
  private static Chromium chromium;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    site =
        EditedSite.open(folder, Role.VIEWER)
            .add("media/vfr-360p.mp4", "film.yaml", "title: {fr: Le mot de passe}\n");
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    site.close();
  }

  private static void release(Instant opens, @Nullable Instant closes) {
    Release release =
        new Release(
            site.capsule(),
            Audience.PUBLIC,
            opens,
            closes,
            ZoneId.of("Europe/Athens"),
            List.of(),
            new Notices(/* announced= */ true, /* archived= */ true));
    site.library().database().useTransaction(session -> new ReleaseStore(session).save(release));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void notices_areUsableByAll(String language) {
    boolean even = LANGUAGES.indexOf(language) % 2 == 0;
    try (Visit visit =
        new Visit(
            chromium,
            site.origin(),
            Demo.options(language, even ? 390 : 1280, 800)
                .setColorScheme(even ? ColorScheme.DARK : ColorScheme.LIGHT))) {
      release(FAR_OFF, null);
      look(visit, "notice-opens-" + language, "2125");
      release(LONG_AGO, LONG_AGO.plusSeconds(60));
      look(visit, "notice-over-" + language, "2025");
      visit.assertNothingWentWrong();
    }
  }

  private static void look(Visit visit, String name, String year) {
    Page page = visit.openMissing("/c/" + site.slug());
    assertThat(page.locator("main").innerText()).contains("Le mot de passe", year);
    Look.at(page, name);
    Controls.assertWholeEverywhere(page, name);
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.editor.EditedSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection whose first capsule is open already, and two that are planned. */
class PlanPageTest {
  private static EditedSite site;
  private static Chromium chromium;
  private static String collection = "";

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    site =
        EditedSite.open(folder, Role.VIEWER)
            .add(
                "media/vfr-360p.mp4",
                "film.yaml",
                "title: {en: The password}\n"
                    + "collection: {title: {en: Daily life, fr: La vie de tous les jours},"
                    + " order: 1}\n");
    site.library()
        .database()
        .useTransaction(
            session -> {
              CapsuleStore store = new CapsuleStore(session);
              Capsule first = store.byId(site.capsule()).orElseThrow();
              collection = Objects.requireNonNull(first.collectionId());
              for (int order = 2; order <= 3; order++) {
                String id = "capsule-" + order;
                new StoredFileStore(session)
                    .save(new StoredFile("f-" + id, 1, true), Instant.EPOCH);
                store.insert(
                    new Capsule(
                        id,
                        id,
                        "f-" + id,
                        id + ".mov",
                        "fr",
                        null,
                        collection,
                        order,
                        null,
                        null,
                        Instant.EPOCH));
              }
            });
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    site.close();
  }

  private static Visit visit(Role role, NewContextOptions options) {
    return new Visit(
        chromium, site.origin(), options.setExtraHTTPHeaders(Map.of("Test-Role", role.name())));
  }

  private static Optional<Release> release(String capsule) {
    return site
        .library()
        .database()
        .look(session -> new ReleaseStore(session).find(capsule))
        .stream()
        .findFirst();
  }

  @Test
  void trainer_plansWithoutScript_andSavesWhatWasSeen() {
    try (Visit visit =
        visit(Role.TRAINER, Demo.options("en", 1280, 900).setJavaScriptEnabled(false))) {
      Page page = visit.open("/schedule?lang=en");
      page.locator("a:has-text('Daily life')").click();
      page.locator("#first").fill("2027-10-24T03:30");
      page.locator("#zone").selectOption("Europe/Athens");
      page.locator("[id='need.el']").selectOption("approved");
      page.locator("#plan-form button[value=check]").click();

      assertThat(page.locator(".question legend").allInnerTexts())
          .containsExactly(
              "Sunday, 31 October 2027, 03:30. The clocks are set back then: this time comes twice."
                  + " Which time is meant?");
      assertThat(page.locator("button[value=save]").count()).isZero();
      page.locator(".question input").nth(1).check();
      page.locator(".question ~ .actions button").click();

      List<String> lines = page.locator("#lines > li").allInnerTexts();
      assertThat(lines.get(0)).contains("Open", "It is open already and stays as it is.");
      assertThat(lines.get(1))
          .contains("Opens: Sunday, 24 October 2027, 03:30 in Athens", "Greek", "not ready yet");
      assertThat(lines.get(2))
          .contains("Opens: Sunday, 31 October 2027, 03:30 in Athens")
          .contains("the clocks go from 04:00 to 03:00");
      assertThat(release("capsule-2")).as("nothing is decided by looking").isEmpty();
      page.locator("button[value=save]").click();

      assertThat(page.locator(".notice.good").textContent()).isEqualTo("Saved.");
      assertThat(release("capsule-2").orElseThrow().opensAt())
          .isEqualTo(Instant.parse("2027-10-24T00:30:00Z"));
      assertThat(release("capsule-3").orElseThrow().opensAt())
          .isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    }
  }

  @Test
  void plan_thatIsNotTheOneThatWasSeen_isShownBeforeItIsSaved() {
    Optional<Release> before = release("capsule-2");
    try (Visit visit = visit(Role.TRAINER, Demo.options("en", 390, 900))) {
      Page page = visit.open("/schedule/collections/" + collection + "?lang=en");
      page.locator("#first").fill("2028-01-12T09:00");
      page.locator("#plan-form button[value=check]").click();
      page.locator("button[value=save]").waitFor();
      Look.at(page, "plan-seen-en-390");
      page.locator("#first").fill("2028-02-12T09:00");
      visit.expectRefusal("/schedule/collections/" + collection + "?lang=en");
      page.locator("button[value=save]").click();

      assertThat(page.locator("[role=alert]").textContent()).startsWith("Nothing was saved");
      assertThat(release("capsule-2").map(Release::opensAt))
          .isEqualTo(before.map(Release::opensAt));
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void page_isUsableByAll() {
    for (Object[] eyes :
        List.of(
            new Object[] {"fr", 1280, ColorScheme.LIGHT},
            new Object[] {"el", 390, ColorScheme.DARK},
            new Object[] {"de", 320, ColorScheme.LIGHT},
            new Object[] {"ro", 1280, ColorScheme.DARK},
            new Object[] {"lb", 390, ColorScheme.LIGHT})) {
      String language = (String) eyes[0];
      int width = (int) eyes[1];
      try (Visit visit =
          visit(
              Role.TRAINER,
              Demo.options(language, width, 900).setColorScheme((ColorScheme) eyes[2]))) {
        Page page = visit.open("/schedule/collections/" + collection + "?lang=" + language);
        Look.at(page, "plan-" + language + "-" + width);
        page.locator("#first").fill("2027-10-31T03:30");
        page.locator("#zone").selectOption("Europe/Athens");
        page.locator("#plan-form button[value=check]").click();
        page.locator(".question").waitFor();
        Look.at(page, "plan-asked-" + language + "-" + width);
        visit.assertNothingWentWrong();
      }
    }
  }

  @Test
  void mediaTeam_seesTheDatesAndDecidesNothing() {
    try (Visit visit = visit(Role.MEDIA, Demo.options("en", 1280, 900))) {
      Page page = visit.open("/schedule/collections/" + collection + "?lang=en");

      assertThat(page.locator("#first").isDisabled()).isTrue();
      assertThat(page.locator("#plan-form button").count()).isZero();
      assertThat(page.locator("#lines > li").count()).isEqualTo(3);
      visit.assertNothingWentWrong();
    }
  }
}

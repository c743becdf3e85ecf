package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.server.editor.EditedSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding when a capsule is shown, in the pages of the schedule. */
class SchedulePageTest {
  private static EditedSite site;
  private static Chromium chromium;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    site =
        EditedSite.open(folder, Role.VIEWER)
            .add(
                "media/vfr-360p.mp4",
                "film.yaml",
                "title: {fr: Le mot de passe, el: Ο κωδικός, de: Das Passwort}\n",
                "film.el.srt",
                "1\n00:00:00,500 --> 00:00:02,000\nΔεν έχω τον κωδικό.\n");
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

  private static Release release() {
    return site.library()
        .database()
        .look(session -> new ReleaseStore(session).find(site.capsule()))
        .orElseThrow();
  }

  @Test
  void trainer_decidesByKeyboard_andATimeThatComesTwiceIsAskedBack() {
    try (Visit visit = visit(Role.TRAINER, Demo.options("en", 390, 900))) {
      Page page = visit.open("/schedule/" + site.capsule() + "?lang=en");
      page.locator("#zone").selectOption("Europe/Athens");
      page.locator("#opens").fill("2027-10-31T03:30");
      page.locator("[id='need.el']").selectOption("approved");
      visit.expectRefusal("/schedule/" + site.capsule() + "?lang=en");
      page.locator("button[value=save]").focus();
      page.keyboard().press("Enter");
      page.locator("#fault").waitFor();

      assertThat(page.locator("#fault").textContent())
          .isEqualTo("Opens: The clocks are set back then: this time comes twice.");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("opens");
      assertThat(page.locator("fieldset .choice input[type=radio]").count()).isEqualTo(2);
      assertThat(page.locator("fieldset .choice:has(input[type=radio])").allInnerTexts())
          .containsExactly("03:30 (UTC+03:00)", "03:30 (UTC+02:00)");
      Look.at(page, "schedule-asked-390");
      page.locator("[name='opens.meaning']").nth(1).check();
      page.locator("button[value=save]").click();
      page.locator(".notice.good").waitFor();

      assertThat(release().opensAt()).isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
      assertThat(page.locator("#summary").textContent())
          .startsWith("Opens for everybody on Sunday, 31 October 2027, 03:30 in Athens")
          .contains("Needs approved subtitles: Greek.");
      assertThat(page.locator("#conflicts li").allTextContents())
          .contains(
              "Subtitles to be approved: Greek",
              "On Sunday, 31 October 2027 the clocks go from 04:00 to 03:00; look at the times"
                  + " twice.");
      page.locator(".reviews select").selectOption("approved");
      page.locator(".reviews button").click();
      page.locator(".notice.good").waitFor();

      assertThat(page.locator("#conflicts li").allTextContents())
          .doesNotContain("Subtitles to be approved: Greek");
      assertThat(page.locator(".events .badge").allTextContents())
          .startsWith("Subtitles approved", "Scheduled");
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void form_saysWhatItWouldComeToBeforeItIsSent() {
    Release before = release();
    try (Visit visit = visit(Role.TRAINER, Demo.options("en", 1280, 900))) {
      Page page = visit.open("/schedule/" + site.capsule() + "?lang=en");
      page.locator("#opens").fill("2028-01-12T09:00");
      page.locator("#zone").selectOption("Europe/Athens");
      page.locator("[id='need.ro']").selectOption("draft");
      page.locator("#conflicts li:has-text('Romanian')").waitFor();

      assertThat(page.locator("#summary").textContent())
          .startsWith("Opens for everybody on Wednesday, 12 January 2028, 09:00 in Athens");
      assertThat(release()).as("nothing was saved").isEqualTo(before);
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void times_areSaidOnTheReadersOwnClockToo() {
    NewContextOptions nairobi = Demo.options("en", 1280, 900).setTimezoneId("Africa/Nairobi");
    try (Visit visit = visit(Role.MEDIA, nairobi)) {
      Page page = visit.page();
      page.navigate(site.origin() + "/schedule/" + site.capsule() + "?lang=en");
      page.locator("meta[name=zone][content='Africa/Nairobi']")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

      assertThat(page.locator("#summary").textContent()).contains("(Nairobi)");
      assertThat(page.context().cookies())
          .extracting(cookie -> cookie.name, cookie -> cookie.path)
          .containsExactly(tuple("capsula-zone", "/schedule"));
    }
  }

  @Test
  void pages_areUsableByAll() {
    Instant opens = Instant.parse("2027-10-30T07:00:00Z");
    Instant closes = Instant.parse("2027-10-31T07:00:00Z");
    Release release =
        Release.of(
            site.capsule(), Audience.PUBLIC, opens, closes, ZoneId.of("UTC"), List.of("el", "ro"));
    site.library().database().useTransaction(session -> new ReleaseStore(session).save(release));
    for (Object[] eyes :
        List.of(
            new Object[] {"fr", 1280, ColorScheme.LIGHT},
            new Object[] {"el", 390, ColorScheme.DARK},
            new Object[] {"de", 320, ColorScheme.LIGHT},
            new Object[] {"ro", 1280, ColorScheme.DARK},
            new Object[] {"lb", 390, ColorScheme.LIGHT},
            new Object[] {"en", 390, ColorScheme.DARK})) {
      String language = (String) eyes[0];
      int width = (int) eyes[1];
      try (Visit visit =
          visit(
              Role.TRAINER,
              Demo.options(language, width, 900).setColorScheme((ColorScheme) eyes[2]))) {
        String name = language + "-" + width;
        String month = "/schedule?month=2027-10&lang=" + language;
        look(visit.open(month), "schedule-" + name);
        look(visit.open(month + "&view=month"), "schedule-month-" + name);
        look(visit.open("/schedule?month=1999-01&lang=" + language), "schedule-none-" + name);
        String form = "/schedule/" + site.capsule() + "?lang=" + language;
        Page page = visit.open(form);
        look(page, "schedule-release-" + name);
        page.locator("#closes").fill("2020-01-01T10:00");
        visit.expectRefusal(form);
        page.locator("button[value=save]").click();
        page.locator("#fault").waitFor();
        look(page, "schedule-fault-" + name);
        visit.assertNothingWentWrong();
      }
    }
  }

  /** As when somebody opened it by hand, in the middle of a second. */
  @Test
  void timeWithSeconds_isStillChosenFromAPicker() {
    Instant opened = Instant.parse("2026-11-23T16:17:06.641Z");
    Release release =
        Release.of(
            site.capsule(), Audience.PUBLIC, opened, null, ZoneId.of("Europe/Athens"), List.of());
    site.library().database().useTransaction(session -> new ReleaseStore(session).save(release));
    try (Visit visit = visit(Role.TRAINER, Demo.options("en", 1280, 900))) {
      Page page = visit.open("/schedule/" + site.capsule() + "?lang=en");
      assertThat(page.locator("#opens").getAttribute("type")).isEqualTo("datetime-local");
      assertThat(page.locator("#opens").inputValue()).isEqualTo("2026-11-23T18:17:06");

      page.locator("#opens").fill("2027-01-12T09:00");
      page.locator("button[value=save]").click();
      page.locator(".notice.good").waitFor();

      assertThat(release().opensAt()).isEqualTo(Instant.parse("2027-01-12T07:00:00Z"));
      visit.assertNothingWentWrong();
    }
  }

  private static void look(Page page, String name) {
    ViewportSize size = page.viewportSize();
    Look.at(page, name);
    Controls.assertWholeEverywhere(page, name);
    page.setViewportSize(size.width, size.height);
  }

  @Test
  void media_readsButDoesNotDecide() {
    try (Visit visit = visit(Role.MEDIA, Demo.options("en", 1280, 900))) {
      Page page = visit.open("/schedule/" + site.capsule() + "?lang=en");

      assertThat(page.locator("#opens").isDisabled()).isTrue();
      assertThat(page.locator("button[value=save]").count()).isZero();
      assertThat(page.locator(".hint").allTextContents())
          .contains("Only trainers can change this.");
      visit.assertNothingWentWrong();
    }
  }
}

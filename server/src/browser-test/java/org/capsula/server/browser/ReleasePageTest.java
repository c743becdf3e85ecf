package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and closing a capsule in the editor's page. */
class ReleasePageTest {
  private static final Instant LONG_AGO = Instant.parse("2025-01-31T08:00:00Z");

  private static EditorDesk desk;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    desk = new EditorDesk(folder, "film.yaml", "title: {en: The password}\n");
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void leave() {
    desk.closeVisits();
  }

  private static Release release(Audience audience, Instant opens, String... languages) {
    return Release.of(
        desk.site.capsule(), audience, opens, null, ZoneId.of("UTC"), List.of(languages));
  }

  @Test
  void trainer_closesAndOpensByKeyboard() {
    desk.release(release(Audience.PUBLIC, LONG_AGO));
    Visit visit = desk.visit(Role.TRAINER, "en", 390);
    Page page = visit.page();
    assertThat(page.locator("#release-state").textContent()).startsWith("Open to everybody since");
    assertThat(page.locator("#public-page").isVisible()).isTrue();
    assertThat(page.locator("[data-release=open]").isVisible()).isFalse();
    assertThat(page.locator("[id='titles.en']").isDisabled()).as("texts are not theirs").isTrue();

    answer(page, "close", /* yes= */ false);
    assertThat(page.locator("#public-page").isVisible()).as("nothing was closed").isTrue();
    answer(page, "close", /* yes= */ true);
    page.locator("#not-public").waitFor();

    assertThat(page.locator("#public-page").isVisible()).isFalse();
    assertThat(page.locator("#release-state").textContent()).startsWith("Closed since");
    assertThat(page.evaluate("document.activeElement.dataset.release")).isEqualTo("open");
    answer(page, "open", /* yes= */ true);
    page.locator("#public-page").waitFor();

    assertThat(page.locator("#public-page").getAttribute("href"))
        .isEqualTo("/c/" + desk.site.slug() + "?lang=en");
    assertThat(page.locator("#not-public").isVisible()).isFalse();
    assertThat(page.evaluate("document.activeElement.dataset.release")).isEqualTo("close");
    visit.assertNothingWentWrong();
  }

  /** The question stands on No, so that a key too many does nothing. */
  private static void answer(Page page, String deed, boolean yes) {
    page.locator("[data-release=" + deed + "]").focus();
    page.keyboard().press("Enter");
    page.locator("#ask").waitFor();
    assertThat(page.evaluate("document.activeElement.value")).isEqualTo("no");
    Look.shoot(page, "release-ask-" + deed);
    if (yes) {
      page.keyboard().press("Shift+Tab");
    }
    page.keyboard().press("Enter");
    page.locator("#ask")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
  }

  @Test
  void mediaTeam_seesHowItStandsAndDecidesNothing() {
    desk.release(release(Audience.PUBLIC, LONG_AGO));
    Page page = desk.visit(Role.MEDIA, "en", 1280).page();

    assertThat(page.locator("#release-state").textContent()).startsWith("Open to everybody since");
    assertThat(page.locator("#release button").count()).isZero();
    assertThat(page.locator("[id='titles.en']").isEnabled()).isTrue();
  }

  @Test
  void missingSubtitles_areSaidAndNothingIsCalledOpen() {
    desk.release(release(Audience.PUBLIC, LONG_AGO, "el", "ro"));
    for (int width : new int[] {390, 1280}) {
      Page page = desk.visit(Role.TRAINER, "fr", width).page();

      assertThat(page.locator("#release-state").textContent())
          .startsWith("Publiée le ")
          .contains("pas encore visible");
      assertThat(page.locator("#release-hindrances li").allTextContents())
          .containsExactly("Il manque des sous-titres\u00a0: grec, roumain");
      assertThat(page.locator("#not-public").isVisible()).isTrue();
      Look.at(page, "release-hindered-" + width);
    }
  }

  @Test
  void audienceOfALink_isOpenedToEverybodyOnlyAfterAWord() {
    desk.release(release(Audience.LINK, LONG_AGO));
    Page page = desk.visit(Role.TRAINER, "en", 1280).page();
    assertThat(page.locator("#release-state").textContent()).contains("whoever has the link");
    assertThat(page.locator("#release button:visible").allTextContents())
        .containsExactly("Open to everybody now", "Close now");

    page.locator("[data-release=open]").click();

    assertThat(page.locator("#ask-lines").textContent()).contains("whoever has the link");
    page.locator("#ask-yes").click();
    page.locator("#public-page").waitFor();
    assertThat(page.locator("#release-state").textContent()).startsWith("Open to everybody since");
  }
}

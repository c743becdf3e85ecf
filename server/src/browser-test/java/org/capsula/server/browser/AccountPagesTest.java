package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.capsula.pipeline.account.Role;
import org.capsula.server.account.Team;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in, one's account and other people's, in Chromium. */
class AccountPagesTest {
  private static Team team;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    team = new Team(folder);
    team.reception.accounts().rename(team.account(Role.TRAINER).id(), "Μαρία Παπαδοπούλου");
    team.reception
        .accounts()
        .rename(team.account(Role.VIEWER).id(), "Somebody-with-a-name-that-is-one-very-long-word");
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() throws Exception {
    chromium.close();
    team.close();
  }

  private static Visit visit(String language, int width, boolean script) {
    Browser.NewContextOptions options = Demo.options(language, width, 900);
    return new Visit(chromium, team.origin, options.setJavaScriptEnabled(script));
  }

  @ParameterizedTest
  @CsvSource({"390, en", "1280, en", "390, el", "1280, de", "320, fr"})
  void pages_areUsableByAll(int width, String language) {
    try (Visit visit = visit(language, width, true)) {
      Look.at(visit.open("/sign-in?next=%2Fsystem%2Fpeople"), "sign-in-" + language + "-" + width);
      signIn(visit.page(), "admin", Team.PASSWORD);
      visit.page().waitForURL("**/system/people");
      visit.page().locator(".people > li:nth-child(2) > details > summary").click();
      Look.at(visit.page(), "people-" + language + "-" + width);
      visit.page().fill("#new-name", "new-" + language + width);
      visit.page().locator("#new-name").press("Enter");
      visit.page().waitForSelector("#link");
      Look.at(visit.page(), "people-link-" + language + "-" + width);
      String link = visit.page().textContent("#link").strip();
      Look.at(visit.open("/account"), "account-" + language + "-" + width);
      visit.page().fill("#token-name", "nightly");
      visit.page().locator("#token-name").press("Enter");
      visit.page().waitForSelector("#token");
      Look.at(visit.page(), "account-token-" + language + "-" + width);
      visit.page().navigate(link);
      Look.at(visit.page(), "invitation-" + language + "-" + width);
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void refusals_areUsableByAll() {
    try (Visit visit = visit("ro", 390, true)) {
      visit.openMissing("/sign-in");
      signIn(visit.page(), "admin", "not the password");
      visit.page().waitForSelector("#trouble");
      Look.at(visit.page(), "sign-in-wrong-ro-390");
      assertThat(visit.page().inputValue("#name")).isEqualTo("admin");
      assertThat(visit.page().inputValue("#password")).isEmpty();
      visit.openMissing("/invitation/unknown");
      Look.at(visit.page(), "invitation-ended-ro-390");
    }
  }

  /** From the address bar to being in, and out again, without a mouse. */
  @Test
  void keyboard_isEnough() {
    try (Visit visit = visit("lb", 1280, true)) {
      Page page = visit.open("/account");
      page.waitForURL("**/sign-in?next=%2Faccount");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");
      page.keyboard().type("trainer");
      tabTo(page, "#password");
      page.keyboard().type(Team.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/account");
      tabTo(page, "#shown");
      page.keyboard().press("Control+A");
      page.keyboard().type("Maria P.");
      page.keyboard().press("Enter");
      page.waitForURL("**/account?said=name");
      assertThat(page.textContent("[role=status] .notice")).isEqualTo("Den Numm ass gespäichert.");
      tabTo(page, ".self button");
      page.keyboard().press("Enter");
      page.waitForURL(team.origin + "/");
      page = visit.open("/account");
      page.waitForURL("**/sign-in?next=%2Faccount");
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void withoutScript_everythingWorks() {
    try (Visit visit = visit("en", 1280, false)) {
      visit.open("/sign-in?next=%2Fsystem%2Fpeople");
      signIn(visit.page(), "admin", Team.PASSWORD);
      visit.page().waitForURL("**/system/people");
      visit.page().fill("#new-name", "unscripted");
      visit.page().locator("#new-name").press("Enter");

      assertThat(visit.page().textContent("#link")).contains("/invitation/");
      assertThat(visit.page().locator("[data-copies]").isVisible()).isFalse();
    }
  }

  /** A page of another site makes the browser send our forms, with our cookies where it may. */
  @Test
  void foreignPage_changesNothing() {
    try (Visit visit = visit("en", 1280, true)) {
      visit.open("/sign-in");
      signIn(visit.page(), "media", Team.PASSWORD);
      visit.page().waitForURL("**/studio");
      int before = sessions();
      for (String path : List.of("/account/sessions/end-others", "/sign-out", "/sign-in")) {
        visit.page().navigate("about:blank");
        visit
            .page()
            .setContent(
                "<form method=post action='"
                    + team.origin
                    + path
                    + "'><input name=name value=admin><input name=password value='"
                    + Team.PASSWORD
                    + "'><button>Win</button></form>");
        visit.page().click("button");
        visit.page().waitForSelector("h1");
        assertThat(visit.page().textContent("h1")).isEqualTo("This came from another site");
      }
      assertThat(sessions()).isEqualTo(before);
      assertThat(visit.open("/account").textContent("h1")).isEqualTo("Your account");
      assertThat(visit.page().textContent(".pairs")).contains("media");
    }
  }

  private static int sessions() {
    return team.reception.sessions().of(team.account(Role.MEDIA).id()).size();
  }

  private static void signIn(Page page, String name, String password) {
    page.fill("#name", name);
    page.fill("#password", password);
    page.locator("#password").press("Enter");
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }
}

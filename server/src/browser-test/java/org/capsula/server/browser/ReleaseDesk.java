package org.capsula.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What a trainer does in the schedule's pages. */
final class ReleaseDesk {
  private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

  private ReleaseDesk() {}

  /**
   * @return its id
   */
  static String find(Page page) {
    page.locator("a[href^='/schedule']").first().click();
    page.getByText("Ο κωδικός").or(page.getByText("The code")).first().click();
    page.locator("#release-form").waitFor();
    return URI.create(page.url()).getPath().replaceFirst(".*/", "");
  }

  static void approveGreek(Page page) {
    page.getByLabel("Greek").and(page.locator("[name=review]")).selectOption("approved");
    page.locator(".reviews li")
        .filter(new Locator.FilterOptions().setHasText("Greek"))
        .locator("button")
        .click();
    page.locator(".notice.good").waitFor();
    assertThat(page.locator(".events .badge")).hasText(new String[] {"Subtitles approved"});
  }

  /** The form takes minutes: to everybody at the next one, in Athens, if Greek is approved. */
  static Instant schedule(Page page, Instant earliest) {
    Instant opens = earliest.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    page.getByLabel("Time zone").selectOption("Europe/Athens");
    page.locator("#opens").fill(LocalDateTime.ofInstant(opens, ATHENS).toString());
    page.locator("[id='need.el']").selectOption("approved");
    page.getByLabel("Say before it opens").check();
    page.locator("button[value=save]").click();
    page.locator(".notice.good").waitFor();
    assertThat(page.locator("#summary").textContent())
        .startsWith("Opens for everybody on ")
        .contains(LocalDateTime.ofInstant(opens, ATHENS).toLocalTime() + " in Athens")
        .contains("Needs approved subtitles: Greek.");
    assertThat(page.locator("#conflicts li")).hasCount(0);
    return opens;
  }
}

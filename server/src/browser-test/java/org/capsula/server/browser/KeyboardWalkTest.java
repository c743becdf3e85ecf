package org.capsula.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.server.editor.EditedSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a viewer and of a trainer with a keyboard alone; no stop hides its focus. */
class KeyboardWalkTest {
  @RegisterExtension static final Demo DEMO = new Demo();

  @Test
  void viewer_findsPlaysReadsAndShares() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Page page = visit.open("/?lang=fr");
    // The index may still be on its way to the demo's films.
    page.waitForCondition(
        () -> visit.get("/api/capsules?q=parola").text().contains("shared-password"));
    filterAndFind(page);
    Viewer viewer = Viewer.on(visit);
    double second = playAndRead(viewer);
    jumpInTheTranscript(viewer, second);
    helpAndShare(page);
  }

  private static void filterAndFind(Page page) {
    Keyboard.press(page, ".finder summary");
    Keyboard.choose(page, "#filter-language", "roum");
    Keyboard.press(page, ".finder-menus button");
    page.waitForURL("**language=ro**");
    Keyboard.tabTo(page, "#q");
    page.keyboard().type("PAROLA");
    page.keyboard().press("Enter");
    page.waitForURL("**q=PAROLA**");
    Keyboard.press(page, ".found-cues a");
    page.waitForURL("**/c/shared-password?t=**");
  }

  /**
   * @return where the film was when it began
   */
  private static double playAndRead(Viewer viewer) {
    Page page = viewer.page();
    viewer.until("v.readyState >= 1 && v.currentTime > 0");
    double second = viewer.number("currentTime");
    page.locator("#film-tools").waitFor();
    Keyboard.press(page, "media-play-button");
    viewer.until("!v.paused && v.currentTime > %s + 0.2".formatted(second));
    page.keyboard().press("Enter");
    viewer.until("v.paused");
    // The key may have come between two cues.
    viewer.seek(second + 0.2);
    Keyboard.captions(page, "Français");
    viewer.untilShown("fr", "");
    Keyboard.press(page, "[aria-controls=caption-panel]");
    Keyboard.choose(page, "#caption-second", "grec");
    assertThat(page.locator(".caption-first")).hasAttribute("lang", "fr");
    assertThat(page.locator(".caption-second")).hasAttribute("lang", "el");
    return second;
  }

  private static void jumpInTheTranscript(Viewer viewer, double second) {
    Page page = viewer.page();
    Keyboard.tabTo(page, "#transcript-lines a");
    page.keyboard().press("End");
    page.keyboard().press("Enter");
    viewer.until("!v.seeking && v.currentTime > %s + 5".formatted(second));
    page.locator("#transcript-lines li:last-child a[aria-current]").waitFor();
  }

  private static void helpAndShare(Page page) {
    Keyboard.tabBackTo(page, "#keys-open");
    page.keyboard().press("Enter");
    page.locator("#keys").waitFor();
    Keyboard.press(page, "#keys form button");
    assertThat(page.locator("#keys")).isHidden();
    assertThat(page.locator("#keys-open")).isFocused();
    Keyboard.tabBackTo(page, "#share-open");
    page.keyboard().press("Enter");
    page.locator("#share").waitFor();
    Keyboard.press(page, "#share-copy-address");
    assertThat(page.locator("#share-status")).hasText(Pattern.compile(".+"));
    page.keyboard().press("Escape");
    assertThat(page.locator("#share")).isHidden();
    assertThat(page.locator("#share-open")).isFocused();
  }

  @Test
  void trainer_findsACapsuleDecidesChecksAndSaves(@TempDir Path folder) throws Exception {
    try (EditedSite site =
            EditedSite.open(folder, Role.VIEWER)
                .add(
                    "media/vfr-360p.mp4",
                    "film.el.srt",
                    "1\n00:00:00,500 --> 00:00:02,000\nΔεν έχω τον κωδικό.\n");
        Chromium chromium = Chromium.launch();
        Visit visit =
            new Visit(
                chromium,
                site.origin(),
                Demo.options("en", 1280, 900)
                    .setExtraHTTPHeaders(Map.of("Test-Role", Role.TRAINER.name())))) {
      Instant minute = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
      release(site, minute);
      Page page = visit.open("/schedule?lang=en");
      Keyboard.press(page, "main a[href*='" + site.capsule() + "']");
      page.waitForURL("**/schedule/" + site.capsule() + "**");
      decide(page);
      Keyboard.press(page, "button[value=check]");
      assertThat(page.locator("#summary")).containsText("10 October 2027, 09:00 in Athens");
      Keyboard.press(page, "button[value=save]");
      page.locator(".notice.good").waitFor();
      assertThat(page.locator("#conflicts")).containsText("Subtitles to be approved: Greek");
      approve(page);

      Release release =
          site.library()
              .database()
              .look(session -> new ReleaseStore(session).find(site.capsule()))
              .orElseThrow();
      assertThat(release.opensAt()).isEqualTo(Instant.parse("2027-10-10T06:00:00Z"));
      visit.assertNothingWentWrong();
    }
  }

  private static void release(EditedSite site, Instant opens) {
    Release release =
        Release.of(site.capsule(), Audience.PUBLIC, opens, null, ZoneId.of("UTC"), List.of());
    site.library().database().useTransaction(session -> new ReleaseStore(session).save(release));
  }

  private static void decide(Page page) {
    Keyboard.tabTo(page, "#opens");
    // Day, month and year, and the time of day, each a part of the field.
    page.keyboard().type("10102027");
    page.keyboard().press("ArrowRight");
    // Where the clock has twelve hours, in the morning.
    page.keyboard().type("0900a");
    assertThat(page.locator("#opens")).hasValue("2027-10-10T09:00");
    Keyboard.choose(page, "#zone", "Europe/Ath");
    Keyboard.choose(page, "[id='need.el']", "Have to be app");
  }

  private static void approve(Page page) {
    Keyboard.choose(page, ".reviews select", "Approved");
    Keyboard.press(page, ".reviews button");
    page.locator(".notice.good").waitFor();
    assertThat(page.getByText("Subtitles to be approved")).hasCount(0);
    assertThat(page.locator(".events .badge").first()).hasText("Subtitles approved");
  }
}

package org.capsula.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A release as trainer and viewer live it, in a browser, with the real program and the real clock:
 * subtitles approved, an opening set in Athens, refused before it, watched after it in two
 * languages, found by a spoken word, and played on somebody else's page.
 */
class ReleaseStoryTest {
  private static final Clock CLOCK = Clock.systemUTC();

  /** Of the third cue of both files; seconds. */
  private static final double CODE = 20;

  private static final String FILM = "/c/code";

  /** For the viewer to be refused in; seconds. */
  private static final int NOTICE = 45;

  private final List<Visit> visits = new ArrayList<>();

  @TempDir private Path folder;
  private StoryLibrary library;
  private Capsula program;
  private String origin;
  private Chromium chromium;

  @BeforeEach
  void start() throws Exception {
    library = StoryLibrary.make(folder);
    program = library.serve();
    origin = program.origin();
    chromium = Chromium.launch();
  }

  @AfterEach
  void stop() {
    visits.forEach(Visit::close);
    chromium.close();
    program.close();
  }

  private Visit visit(String language) {
    Visit visit = new Visit(chromium, origin, Demo.options(language, 1280, 800));
    visits.add(visit);
    return visit;
  }

  @Test
  void capsule_opensAtItsMinuteAndIsWatchedFoundAndEmbedded() throws Exception {
    Visit trainer = visit("en");
    Page desk = library.signIn(trainer);
    String capsule = ReleaseDesk.find(desk);
    ReleaseDesk.approveGreek(desk);
    Instant opens = ReleaseDesk.schedule(desk, CLOCK.instant().plusSeconds(NOTICE));
    List<String> files = PublicFiles.of(trainer, capsule, FILM);

    Visit viewer = visit("el");
    isRefused(viewer, files);
    awaitOpening(viewer, opens);
    assertThat(files).allSatisfy(file -> assertThat(viewer.get(file).status()).isEqualTo(200));
    String embed = watchInTwoLanguages(viewer);
    searchASpokenWord(viewer);
    viewer.assertNothingWentWrong();
    trainer.assertNothingWentWrong();
    playElsewhere(embed);
  }

  private void isRefused(Visit viewer, List<String> files) {
    Page page = viewer.openMissing(FILM + "?lang=el");
    assertThat(page.locator("main")).containsText("Διαθέσιμη στις");
    assertThat(page.locator("hls-video")).hasCount(0);
    Look.at(page, "story-before");
    assertThat(files)
        .hasSizeGreaterThan(8)
        .allSatisfy(file -> assertThat(viewer.get(file).status()).as(file).isEqualTo(404));
    viewer.open("/?q=κωδικός");
    assertThat(page.locator(".found-count")).containsText("κωδικός");
    assertThat(page.locator(".entry")).hasCount(0);
  }

  /** Whatever is answered before is a refusal, and whatever is asked after is answered. */
  private static void awaitOpening(Visit viewer, Instant opens) {
    boolean due = false;
    while (!due) {
      due = !CLOCK.instant().isBefore(opens);
      int status = viewer.get(FILM + "/multivariant.m3u8").status();
      if (due) {
        assertThat(status).as("asked after the opening").isEqualTo(200);
      } else if (CLOCK.instant().isBefore(opens)) {
        assertThat(status).as("answered before the opening").isEqualTo(404);
      }
      // The browser's events come while Playwright waits.
      viewer.page().waitForTimeout(100);
    }
  }

  /**
   * @return what somebody pastes into a page to show the film there
   */
  private String watchInTwoLanguages(Visit visit) {
    visit.open("/?lang=el").locator(".entry a").first().click();
    Viewer viewer = Viewer.on(visit);
    Page page = viewer.page();
    page.locator("[aria-controls=caption-panel]").click();
    page.locator("#caption-second").selectOption("fr");
    viewer.play();
    viewer.untilPlaysOn();
    viewer.pauseAt(6);
    assertThat(page.locator(".caption-first[lang=el]")).hasText("Έχω μια ερώτηση για την αίτηση.");
    assertThat(page.locator(".caption-second[lang=fr]"))
        .hasText("J’ai une question sur la demande.");
    Look.at(page, "story-watched");
    page.locator("#share-open").click();
    String embed = page.locator("#share-code").inputValue();
    page.keyboard().press("Escape");
    return embed;
  }

  private static void searchASpokenWord(Visit visit) {
    Page page = visit.page();
    page.locator(".wordmark").click();
    page.locator("#q").fill("ΚΩΔΙΚΟΣ");
    page.keyboard().press("Enter");
    Locator hit = page.locator(".found-cues a").first();
    assertThat(hit.locator("mark")).hasText("κωδικός");
    hit.click();
    Viewer viewer = Viewer.on(visit);
    viewer.until("v.readyState >= 1 && v.currentTime > 0");
    assertThat(viewer.number("currentTime")).isCloseTo(CODE, within(0.1));
    viewer.play();
    viewer.untilShown("el", "Ο κωδικός ήρθε με το ταχυδρομείο.");
  }

  /** By somebody who was never at our site, on a page of another one. */
  private void playElsewhere(String embed) throws Exception {
    try (Site other = SchoolPage.holding(embed, folder.resolve("site"))) {
      Visit visit = visit("fr");
      String elsewhere = SchoolPage.origin(other);
      visit.expectOrigin(elsewhere);
      Page page = visit.page();
      page.navigate(elsewhere + SchoolPage.PATH);
      FrameLocator player = page.frameLocator("iframe");
      player.locator("media-control-bar media-play-button").click();
      player.locator(".caption-first[lang=el]").waitFor();
      Frame frame = page.frames().get(1);
      frame.waitForFunction(
          "() => %1$s.currentTime > 1 && %1$s.videoWidth > 0".formatted(Viewer.VIDEO));
      assertThat(URI.create(frame.url()).getPath()).isEqualTo("/embed/code");
      assertThat(page.context().cookies()).isEmpty();
      visit.assertNothingWentWrong();
    }
  }
}

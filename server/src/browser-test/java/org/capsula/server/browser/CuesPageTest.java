package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.revision.Corrections;
import org.capsula.pipeline.revision.CueSheet;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.subtitles.Cue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Correcting cues beside the picture, as a subtitler does. */
class CuesPageTest {
  private static final String SUBTITLES =
      """
      1
      00:00:00,200 --> 00:00:01,500
      Δεν ανοίγι.

      2
      00:00:01,400 --> 00:00:02,800
      <i>Δοκίμασε</i> ξανά!

      3
      00:00:03,000 --> 00:00:03,200
      Η μητέρα δεν μπορεί να συνδεθεί στην πλατφόρμα του σχολείου
      """;

  private static StudioSite site;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    site = new StudioSite(folder, "letterbox-4x3.mp4", SUBTITLES);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    site.close();
  }

  private static Visit visit(String language, int width, int height) {
    return new Visit(chromium, site.origin, Demo.options(language, width, height));
  }

  private static Page open(Visit visit, String query) {
    Page page =
        visit.open("/studio/capsules/" + site.capsule + "/cues/" + site.track().id() + query);
    page.waitForSelector("#cue-list [role=option][aria-selected=true]");
    return page;
  }

  @Test
  void correctedByKeyboard_isPublicAtOnceAndNothingIsEncoded() throws Exception {
    String edition = site.edition();
    String before = folderHash(site.library.storage().edition(edition));
    int productions = site.productions();
    try (Visit visit = visit("fr", 1280, 900)) {
      Page page = open(visit, "");
      for (int i = 0; i < 60 && !(boolean) page.evaluate(focused("#cue-list [role=option]")); i++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Home");
      page.keyboard().press("Enter");
      assertThat(page.evaluate(focused("#cue-text"))).isEqualTo(true);
      page.keyboard().press("Control+A");
      page.keyboard().type("Δεν ανοίγει.");
      until(visit, "document.querySelector('#cue-list .row-text').textContent === 'Δεν ανοίγει.'");
      page.keyboard().press("Control+S");
      until(visit, "document.getElementById('cues-saved').textContent.startsWith('Enregistré')");
      visit.assertNothingWentWrong();
    }
    try (Visit visit = visit("el", 1280, 900)) {
      String page = visit.get("/c/film?lang=el").text();
      String address = "/c/film/text/" + site.track().webvttSha256() + "/el.vtt";
      assertThat(page).contains(address);
      assertThat(visit.get(address).text()).contains("\nΔεν ανοίγει.\n");
      assertThat(visit.get("/c/film/multivariant.m3u8").text()).contains("EXT-X-MEDIA");
    }
    assertThat(site.edition()).isEqualTo(edition);
    assertThat(folderHash(site.library.storage().edition(edition))).isEqualTo(before);
    assertThat(site.productions()).isEqualTo(productions);
  }

  @Test
  void pages_haveNoViolations() throws Exception {
    for (int width : new int[] {390, 1280}) {
      for (String language : new String[] {"el", "de"}) {
        try (Visit visit = visit(language, width, 900)) {
          Page page = open(visit, "?lang=" + language);
          page.evaluate("document.getElementById('cues-findings').open = true");
          page.waitForTimeout(1500);
          Look.at(page, "cues-" + language + "-" + width);
          page.click("[data-do=help]");
          Look.at(page, "cues-help-" + language + "-" + width);
          visit.assertNothingWentWrong();
        }
      }
    }
  }

  @Test
  void finding_isMendedWithOneClickAndTakenBack() {
    try (Visit visit = visit("en", 1280, 900)) {
      Page page = open(visit, "");
      page.evaluate("document.getElementById('cues-findings').open = true");
      page.locator("#finding-list li", withText("59 characters"))
          .locator("text=Break the line")
          .click();
      assertThat(page.inputValue("#cue-text"))
          .isEqualTo("Η μητέρα δεν μπορεί να συνδεθεί\nστην πλατφόρμα του σχολείου");
      until(
          visit, "!document.getElementById('finding-list').textContent.includes('59 characters')");

      page.keyboard().press("Control+Z");

      assertThat(page.inputValue("#cue-text")).doesNotContain("\n");
      until(visit, "document.getElementById('finding-list').textContent.includes('59 characters')");
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void keys_splitMergeInsertRemoveAndTakeBack() {
    try (Visit visit = visit("de", 1280, 900)) {
      Page page = open(visit, "");
      String texts =
          "[...document.querySelectorAll('#cue-list .row-text')].map(r => r.textContent)";
      Object before = page.evaluate(texts);
      page.keyboard().press("Alt+ArrowDown");
      page.focus("#cue-text");
      page.evaluate("document.getElementById('cue-text').setSelectionRange(15, 15)");

      page.keyboard().press("Alt+X");
      until(visit, texts + ".length === 4");
      assertThat(page.evaluate(texts + ".slice(1, 3)").toString())
          .isEqualTo("[<i>Δοκίμασε</i>, ξανά!]");
      page.keyboard().press("Alt+ArrowUp");
      page.keyboard().press("Alt+M");
      until(visit, texts + ".length === 3");
      page.keyboard().press("Alt+N");
      until(visit, texts + ".length === 4");
      page.keyboard().type("neu");
      page.keyboard().press("Alt+Delete");
      until(visit, texts + ".length === 3");
      for (int i = 0; i < 5; i++) {
        page.keyboard().press("Control+Z");
      }

      assertThat(page.evaluate(texts)).isEqualTo(before);
      assertThat(page.textContent("#cues-saved")).doesNotContain("Noch nicht");
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void captions_areThoseBeingTyped() {
    try (Visit visit = visit("fr", 1280, 900)) {
      Page page = open(visit, "");
      page.fill("#cue-text", "Τώρα");
      until(visit, "document.querySelector('hls-video').nativeEl.textTracks[0].mode === 'showing'");
      page.keyboard().press("Alt+J");
      until(
          visit,
          "[...document.querySelector('hls-video').nativeEl.textTracks[0].activeCues]"
              + ".some(cue => cue.text === 'Τώρα')");
      page.fill("#cue-end", "0:02,25");
      page.keyboard().press("Tab");
      assertThat(page.inputValue("#cue-end")).isEqualTo("00:00:02.250");
      page.fill("#cue-start", "x");
      page.keyboard().press("Tab");
      assertThat(page.textContent("#cue-start-error")).contains("00:00:01.000");
      assertThat(page.getAttribute("#cue-start", "aria-invalid")).isEqualTo("true");
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void playhead_setsTheTimes() {
    try (Visit visit = visit("fr", 1280, 900)) {
      Page page = open(visit, "");
      String film = "document.querySelector('hls-video')";
      until(visit, film + ".readyState >= 1");
      page.evaluate(film + ".currentTime = 7.5");
      until(visit, "!" + film + ".seeking");
      page.focus("#cue-text");

      page.keyboard().press("Alt+O");

      assertThat(page.inputValue("#cue-end")).isEqualTo("00:00:07.500");
      assertThat(page.textContent("#cues-status")).contains("00:00:07.500");
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void unsavedCorrections_surviveTheBrowser() {
    try (Visit visit = visit("en", 1280, 900)) {
      Page page = open(visit, "");
      page.fill("#cue-text", "Δεν χάνεται");
      until(visit, "Object.keys(localStorage).some(key => key.startsWith('capsula.cues.'))");
      // As a crash: nobody is asked.
      page.evaluate(
          "window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)");
      page = open(visit, "");

      assertThat(page.inputValue("#cue-text")).isEqualTo("Δεν χάνεται");
      assertThat(page.textContent("#cues-notice-text")).contains("not saved");
      page.click("text=Take what was saved");
      assertThat(page.inputValue("#cue-text")).isNotEqualTo("Δεν χάνεται");
    }
  }

  @Test
  void somebodyElseWasFaster_nothingIsLost() throws Exception {
    try (Visit visit = visit("en", 1280, 900)) {
      Page page = open(visit, "");
      String before = page.inputValue("#cue-text");
      Corrections other =
          new Corrections(site.library.database(), site.library.storage(), Clock.systemUTC());
      CueSheet sheet = other.open(site.track().id()).orElseThrow();
      List<Cue> cues = new ArrayList<>(sheet.content().cues());
      cues.set(1, cues.get(1).withText("Από αλλού"));
      other.save(sheet, cues, "a-1");

      page.fill("#cue-text", "Δικό μου");
      page.keyboard().press("Control+S");
      page.waitForSelector("#cues-notice:not([hidden])");
      assertThat(page.textContent("#cues-notice-text")).contains("Ana");
      page.click("text=Take what was saved");
      until(
          visit, "document.querySelectorAll('#cue-list .row-text')[1].textContent === 'Από αλλού'");
      assertThat(page.inputValue("#cue-text")).isEqualTo(before);

      page.keyboard().press("Control+Z");
      assertThat(page.inputValue("#cue-text")).isEqualTo("Δικό μου");
      assertThat(page.textContent("#cues-saved")).contains("Not saved");
      page.keyboard().press("Control+S");
      until(visit, "!document.getElementById('cues-saved').textContent.includes('Not saved')");
      assertThat(other.open(site.track().id()).orElseThrow().content().cues().get(0).text())
          .isEqualTo("Δικό μου");
      assertThat(other.revisions(site.track().id())).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void hostileText_staysText() {
    try (Visit visit = visit("en", 1280, 900)) {
      Page page = open(visit, "");
      page.evaluate("window.ran = 0");
      for (String text :
          List.of(
              "<img src=x onerror=ran++>",
              "</script><script>ran++</script>",
              "<svg onload=ran++>",
              "<v \"onmouseover=ran++><b onclick=ran++>x",
              "javascript:ran++ &lt;img src=x onerror=ran++&gt;")) {
        page.fill("#cue-text", text);
        assertThat(page.textContent("#cue-list .row-text")).isEqualTo(text);
        page.waitForTimeout(900);
      }
      page.keyboard().press("Alt+J");
      page.evaluate("document.getElementById('cues-findings').open = true");
      page.waitForTimeout(500);
      assertThat(page.evaluate("ran")).isEqualTo(0);
      assertThat(
              page.evaluate("document.querySelectorAll('#cues img:not([slot]), #cues svg').length"))
          .isEqualTo(0);
      visit.assertNothingWentWrong();
    }
  }

  /** The part of the page that is plain arithmetic, asked in a browser as there is none in Java. */
  @Test
  void model_undoesWhateverWasDone() {
    try (Visit visit = visit("en", 1280, 900)) {
      Page page = open(visit, "");
      Object faults =
          page.evaluate(
              """
              async () => {
                const script = document.querySelector("script[type=module]").src;
                const { CueModel, formatTime, parseTime } =
                  await import(script.replace("cues.js", "cue-model.js"));
                const faults = [];
                const expect = (what, is, should) =>
                  JSON.stringify(is) === JSON.stringify(should) || faults.push([what, is, should]);
                for (const [text, time] of [
                  ["00:00:01.000", 1000], ["1.5", 1500], ["1,25", 1250], ["1:02.5", 62500],
                  ["25:01:01.001", 90061001], ["90", 90000], [" 0:1 ", 1000],
                  ["1:60", null], ["1:60:00", null], ["x", null], ["", null], ["-1", null], ["1.2345", null],
                ]) expect(text, parseTime(text), time);
                expect("format", formatTime(90061001), "25:01:01.001");
                let seed = 7;
                const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
                const cue = () => ({ id: null, start: random(9), end: random(9), text: "t" + random(9), settings: "" });
                for (let round = 0; round < 200; round++) {
                  const first = Array.from({ length: random(5) }, cue);
                  const model = new CueModel(first);
                  const states = [model.cues];
                  for (let step = 0; step < 12; step++) {
                    const from = random(model.length + 1);
                    const to = from + random(model.length - from + 1);
                    model.apply({ from, to, cues: Array.from({ length: random(3) }, cue) });
                    if (model.cues !== states[states.length - 1]) states.push(model.cues);
                  }
                  for (const state of [...states].reverse()) {
                    expect("undo", model.cues, state);
                    model.undo();
                  }
                  expect("clean", model.dirty, false);
                  for (const state of states) {
                    expect("redo", model.cues, state);
                    model.redo();
                  }
                }
                const typed = new CueModel([cue()]);
                for (const text of ["a", "ab", "abc"]) typed.replace(0, { text }, "text 0");
                typed.pause();
                typed.replace(0, { text: "abcd" }, "text 0");
                typed.undo();
                expect("one word at a time", typed.at(0).text, "abc");
                typed.undo();
                expect("all of it", typed.dirty, false);
                return faults.slice(0, 5);
              }
              """);
      assertThat(faults).asInstanceOf(LIST).isEmpty();
    }
  }

  /** As a function: the page's policy lets nobody evaluate a string. */
  private static void until(Visit visit, String expression) {
    visit.until("() => " + expression);
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static String focused(String selector) {
    return "document.activeElement.matches(\"" + selector + "\")";
  }

  private static String folderHash(Path folder) throws Exception {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.append(file.getFileName()).append(Sha256.of(file));
      }
    }
    return Sha256.of(all.toString());
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What stands around the player: the film as text, data use, sharing, keys. */
class TranscriptTest {
  private static final String FILM = "/c/shared-password";
  private static final String LINES = "#transcript-lines a";

  @RegisterExtension static final Demo DEMO = new Demo();

  static final List<String> LANGUAGES = Demo.LANGUAGES;

  @Test
  void transcript_isWalkedAndJumpedInByKeyboard() {
    Visit visit = DEMO.visit("el", 1280, 800);
    Viewer viewer = opened(visit, FILM + "?lang=el");
    Page page = viewer.page();
    page.locator("#transcript-print").focus();
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement === document.querySelector('" + LINES + "')"))
        .as("one stop for all lines")
        .isEqualTo(true);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    viewer.until("!v.paused && !v.seeking && v.currentTime >= 6");
    assertThat(viewer.number("currentTime")).isLessThan(9);
    page.locator("#transcript-lines li:nth-child(3) a[aria-current]").waitFor();
    page.keyboard().press("End");
    assertThat(page.evaluate("document.activeElement.closest('li').matches(':last-child')"))
        .isEqualTo(true);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.closest('#transcript') === null"))
        .as("one step leads out")
        .isEqualTo(true);
  }

  @Test
  void transcript_followsTheFilmAndItsLanguage() {
    Visit visit = DEMO.visit("el", 1280, 800);
    Viewer viewer = opened(visit, FILM + "?lang=el");
    Page page = viewer.page();
    assertThat(page.locator(LINES).first().textContent()).contains("0:00", "Ορίστε ο κωδικός μου.");
    viewer.play();
    viewer.pauseAt(10);
    page.locator("#transcript-lines li:nth-child(4) a[aria-current]").waitFor();
    viewer.captions("Français");
    page.locator(LINES).filter(new Locator.FilterOptions().setHasText("Voilà mon mot")).waitFor();
    assertThat(page.locator("#transcript-lines").getAttribute("lang")).isEqualTo("fr");
    page.locator("#transcript-language")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Ρουμανικά"));
    visit.until("() => document.querySelector('#transcript-lines').lang === 'ro'");
    viewer.captions("Deutsch");
    viewer.untilShown("de", "");
    assertThat(page.locator("#transcript-lines").getAttribute("lang"))
        .as("what the viewer has chosen here stays")
        .isEqualTo("ro");
  }

  /** A note and a face take two of the units in which scripts count. */
  @Test
  void search_countsWhatLiesOutsideOfTheBasicPlaneAsItIs() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    visit
        .page()
        .route(
            "**/*.vtt*",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("text/vtt")
                        .setBody("WEBVTT\n\n00:00.000 --> 00:05.000\n🎵🎵 la musique 😀\n")));
    Page page = opened(visit, FILM + "?lang=fr").page();
    page.locator("#transcript-search").fill("musique");

    assertThat(page.locator("#transcript-lines mark").allTextContents()).containsExactly("musique");
    assertThat(page.locator(".line-words").textContent()).isEqualTo("🎵🎵 la musique 😀");
    visit.assertNothingWentWrong();
  }

  @ParameterizedTest
  @CsvSource({
    "el, ΚΩΔΙΚΟΣ, κωδικός, 1",
    "el, διστάζει, διστάζει, 1",
    "fr, ELISE, Élise, 1",
    "fr, l’ordinateur qui, '', 0"
  })
  void search_findsWordsWhateverTheirAccents(String language, String wanted, String hit, int hits) {
    Visit visit = DEMO.visit(language, 1280, 800);
    Page page = opened(visit, FILM + "?lang=" + language).page();
    page.locator("#transcript-search").fill(wanted);
    assertThat(page.locator("#transcript-lines mark").count()).isEqualTo(hits);
    assertThat(page.locator("#transcript-lines li:visible").count()).isEqualTo(hits);
    assertThat(page.locator("#transcript-status").textContent()).isNotBlank();
    if (hits > 0) {
      assertThat(page.locator("#transcript-lines mark").first().textContent()).isEqualTo(hit);
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.matches('" + LINES + "')")).isEqualTo(true);
    }
    page.locator("#transcript-search").fill("");
    assertThat(page.locator("#transcript-lines li:visible").count()).isGreaterThan(4);
  }

  @Test
  void print_holdsTheWholeTextAndNoButtons() {
    Visit visit = DEMO.visit("fr", 1280, 400);
    Page page = opened(visit, FILM + "?lang=fr").page();
    page.locator("#transcript-search").fill("Élise");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#transcript-lines li:visible").count()).isGreaterThan(4);
    assertThat(
            page.evaluate(
                "(() => { const list = document.querySelector('#transcript-lines');"
                    + " return list.scrollHeight - list.clientHeight; })()"))
        .as("nothing is scrolled away")
        .isEqualTo(0);
    for (String part : List.of("#film-tools", ".reading-tools", ".picture")) {
      assertThat(page.locator(part).first().isVisible()).as(part).isFalse();
    }
  }

  @Test
  void dataSaving_loadsNothingOfTheFilmBeforePlay_andThenTheSmallest() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Page page = opened(visit, FILM + "?lang=fr").page();
    page.locator("[aria-controls=data-panel]").click();
    assertThat(page.locator("#data-panel").innerText()).contains("234p", "720p", "ko");
    page.locator("[name=data][value=low]").check();

    Visit saving = visit;
    int before = saving.requests().size();
    saving.open(Demo.PORTRAIT + "?lang=fr");
    Viewer viewer = Viewer.on(saving);
    page.locator("#film-tools").waitFor();
    page.locator("media-rendition-menu-button:not([mediarenditionunavailable])").waitFor();
    page.locator(LINES).first().waitFor();
    assertThat(ofTheFilm(saving, before)).as("before play").isEmpty();
    Look.shoot(page, "film-saving");
    viewer.play();
    viewer.untilPlaysOn();
    assertThat(ofTheFilm(saving, before).stream().filter(each -> each.contains("/video-")).toList())
        .isNotEmpty()
        .allMatch(url -> url.contains("/video-234."));
  }

  private static List<String> ofTheFilm(Visit visit, int from) {
    List<String> all = visit.requests();
    return all.subList(from, all.size()).stream()
        .filter(url -> url.matches(".*/(media/.*/(video|audio|storyboard|poster)|poster/).*"))
        .toList();
  }

  @Test
  void share_namesTheSecondAndTheFrame() {
    Visit visit = DEMO.visit("en", 1280, 800);
    Viewer viewer = opened(visit, FILM + "?lang=en");
    Page page = viewer.page();
    viewer.play();
    viewer.pauseAt(9);
    page.locator("#share-open").click();
    String origin = DEMO.origin();
    assertThat(page.locator("#share-address").inputValue()).isEqualTo(origin + FILM + "?lang=en");
    page.locator("#share-from").check();
    assertThat(page.locator("#share-address").inputValue())
        .isEqualTo(origin + FILM + "?lang=en&t=9");
    assertThat(page.locator("#share-code").inputValue())
        .startsWith("<iframe src=\"" + origin + "/embed/shared-password?lang=en&amp;t=9\"");
    page.keyboard().press("Escape");
    assertThat(page.locator("#share").isVisible()).isFalse();
  }

  @Test
  void keys_workOnTheWholePage_untilSwitchedOff() {
    Visit visit = DEMO.visit("de", 1280, 800);
    Viewer viewer = opened(visit, FILM + "?lang=de");
    Page page = viewer.page();
    viewer.until("v.readyState >= 1");
    page.keyboard().press("k");
    viewer.until("!v.paused");
    page.keyboard().press("k");
    viewer.until("v.paused");
    double rate = viewer.number("playbackRate");
    page.keyboard().press(">");
    viewer.until("v.playbackRate > " + rate);
    page.keyboard().press("?");
    page.locator("#keys").waitFor();
    page.locator("#keys-page").uncheck();
    page.keyboard().press("Escape");
    page.evaluate("document.activeElement.blur()");
    page.keyboard().press("k");
    page.keyboard().press("?");
    assertThat(page.locator("#keys").isVisible()).isFalse();
    assertThat(page.evaluate(Viewer.VIDEO + ".paused")).isEqualTo(true);
    page.locator("media-play-button").focus();
    page.keyboard().press("?");
    page.locator("#keys").waitFor();
  }

  @Test
  void letters_inAFieldAreOnlyLetters() {
    Visit visit = DEMO.visit("de", 1280, 800);
    Viewer viewer = opened(visit, FILM + "?lang=de");
    Page page = viewer.page();
    page.locator("#transcript-search").focus();
    page.keyboard().type("km?c");
    assertThat(page.locator("#transcript-search").inputValue()).isEqualTo("km?c");
    assertThat(page.locator("#keys").isVisible()).isFalse();
    assertThat(page.evaluate(Viewer.VIDEO + ".paused")).isEqualTo(true);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everythingOpened_isAccessibleAndFits(String language) {
    boolean even = LANGUAGES.indexOf(language) % 2 == 0;
    Visit visit =
        DEMO.visit(
            Demo.options(language, even ? 390 : 1280, 800)
                .setColorScheme(even ? ColorScheme.DARK : ColorScheme.LIGHT));
    Page page = opened(visit, FILM + "?lang=" + language).page();
    for (String panel : List.of("caption-panel", "data-panel")) {
      page.locator("[aria-controls=" + panel + "]").click();
      page.locator("#transcript-search").fill("a");
      look(page, "film-" + panel + "-" + language);
    }
    for (String dialog : List.of("share", "keys")) {
      page.locator("#" + dialog + "-open").click();
      look(page, "film-" + dialog + "-" + language);
      page.keyboard().press("Escape");
    }
  }

  private static void look(Page page, String name) {
    Look.at(page, name);
    Controls.assertWholeEverywhere(page, name);
  }

  private static Viewer opened(Visit visit, String path) {
    Viewer viewer = Viewer.of(visit, path);
    viewer.page().locator(LINES).first().waitFor();
    return viewer;
  }
}

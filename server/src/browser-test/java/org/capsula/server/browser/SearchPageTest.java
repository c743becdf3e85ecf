package org.capsula.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a spoken word to its second, in the demo's films. */
class SearchPageTest {
  @RegisterExtension static final Demo DEMO = new Demo();

  /** The index holds the demo a moment after its films are ready. */
  private static void search(Page page, String words) {
    page.locator("#q").fill(words);
    page.locator("#q").press("Enter");
    page.waitForFunction(
        """
        () => {
          if (document.querySelector("mark")) {
            return true;
          }
          setTimeout(() => location.reload(), 500);
          return false;
        }
        """,
        null,
        new Page.WaitForFunctionOptions().setPollingInterval(1_000));
  }

  @Test
  void spokenWord_leadsToItsSecondInItsLanguage() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    Page page = visit.open("/");
    // As typed without accents and in capitals; the demo says “κωδικό” in the shared password.
    search(page, "ΚΩΔΙΚΟ");
    Locator hit = page.locator(".found-cues a").first();
    assertThat(hit.locator("mark").first()).hasText(Pattern.compile("κωδικ.*"));
    Look.at(page, "search-hits-1280");
    String address = hit.getAttribute("href");
    double second = Double.parseDouble(address.replaceAll(".*[?&]t=([\\d.]+).*", "$1"));
    hit.click();
    page.waitForURL("**/c/**");

    visit.until("() => document.querySelector('hls-video').readyState >= 1");
    visit.until("() => document.querySelector('hls-video').currentTime > 0");
    assertThat(visit.number("document.querySelector('hls-video').currentTime"))
        .isCloseTo(second, within(0.1));
    assertThat(page.evaluate("document.querySelector('hls-video').paused")).isEqualTo(true);
    visit.until(
        "() => Array.from(document.querySelector('hls-video').textTracks)"
            + ".some((track) => track.mode === 'showing' && track.language === 'el')");
    assertThat(page.evaluate("localStorage.getItem('capsula.captions')"))
        .as("a link is no choice of the viewer's")
        .isNull();

    page.goBack();
    assertThat(page.locator("#q")).hasValue("ΚΩΔΙΚΟ");
    assertThat(page.locator(".found-cues a").first()).isVisible();
  }

  /** Another one's words, dropped on their way, would be missing when the viewer turns to it. */
  @Test
  void viewerLedToOneLanguage_isSentNoOthersOnTheWay() {
    Visit visit = DEMO.visit("fr", 1280, 800);
    visit.open("/c/shared-password?t=0.6&captions=ro");
    Viewer viewer = Viewer.on(visit);
    viewer.untilShown("ro", "parola");
    assertThat(visit.requests())
        .filteredOn(address -> address.matches(".*/[a-z]{2}\\.m3u8"))
        .singleElement()
        .asString()
        .endsWith("/ro.m3u8");

    // The key switches off and on again what the link has brought.
    visit.page().locator("media-play-button").focus();
    visit.page().keyboard().press("c");
    viewer.untilNoCaptions();
    visit.page().keyboard().press("c");
    viewer.untilShown("ro", "parola");

    viewer.captions("Français");
    viewer.untilShown("fr", "mot de passe");
  }

  @Test
  void filter_isSetAndTakenAwayByKeyboard() {
    Visit visit = DEMO.visit("en", 1280, 800);
    Page page = visit.open("/");
    int all = page.locator(".entry").count();
    page.locator(".finder summary").focus();
    page.keyboard().press("Enter");
    page.getByLabel("Length").focus();
    page.keyboard().type("more");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply the filters"))
        .press("Enter");
    page.waitForURL("**length=long**");

    assertThat(page.locator(".found-count")).hasText("No capsule fits these filters.");
    Look.at(page, "search-none-1280");
    page.locator(".finder summary").click();
    Look.assertAccessible(page, "filters open");
    Controls.assertWholeEverywhere(page, "filters open");
    page.setViewportSize(1280, 800);
    page.locator(".badges a").press("Enter");
    page.waitForURL(Pattern.compile(".*/$"));
    assertThat(page.locator(".entry")).hasCount(all);
  }

  static Stream<Arguments> windows() {
    return Demo.LANGUAGES.stream()
        .flatMap(
            language -> Stream.of(320, 390, 768, 1280).map(width -> Arguments.of(language, width)));
  }

  /** Words that stand in every language's subtitles of the demo, by the page's language. */
  @ParameterizedTest
  @MethodSource("windows")
  void hits_fitEveryWindowInEveryLanguage(String language, int width) {
    Visit visit = DEMO.visit(language, width, 800);
    Page page = visit.open("/?q=&language=" + language);
    search(page, word(language));

    Look.at(page, "search-" + language + "-" + width);
    Controls.assertWhole(page, "search-" + language + "-" + width);
    assertThat(page.locator(".found-cues span[lang='" + language + "'] mark").first()).isVisible();
  }

  private static String word(String language) {
    return switch (language) {
      case "fr" -> "mot de passe";
      case "el" -> "κωδικό";
      case "ro" -> "parola";
      case "de" -> "Passwort";
      case "lb" -> "Passwuert";
      default -> "password";
    };
  }

  @Test
  void hits_inTheDark() {
    Browser.NewContextOptions dark = Demo.options("en", 390, 800).setColorScheme(ColorScheme.DARK);
    Page page = DEMO.visit(dark).open("/");
    search(page, "password");

    Look.at(page, "search-dark-390");
  }

  @Test
  void search_needsNoScript() {
    Browser.NewContextOptions plain = Demo.options("en", 390, 800).setJavaScriptEnabled(false);
    Page page = DEMO.visit(plain).page();
    page.navigate(DEMO.origin() + "/?q=password");

    assertThat(page.locator("#q")).hasValue("password");
    page.locator("#q").fill("nothing of the kind");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search").setExact(true))
        .click();
    assertThat(page.locator(".found-count")).hasText("Nothing found for “nothing of the kind”.");
    assertThat(List.of(page.url())).allMatch(url -> url.contains("q=nothing+of+the+kind"));
  }
}

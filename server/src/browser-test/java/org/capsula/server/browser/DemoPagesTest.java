package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the demo in every language, on a phone and on a desk, by day and by night. */
class DemoPagesTest {
  private static final String MISSING = "/c/nowhere";
  private static final Set<String> PICTURED = Set.of("fr", "el");

  @RegisterExtension static final Demo DEMO = new Demo();

  static final List<String> LANGUAGES = Demo.LANGUAGES;

  /** Each language meets both widths and both schemes, and its neighbour the other pairs. */
  static Stream<Arguments> eyes() {
    return LANGUAGES.stream()
        .flatMap(
            language -> {
              boolean even = LANGUAGES.indexOf(language) % 2 == 0;
              return Stream.of(
                  Arguments.of(language, 390, 844, even ? ColorScheme.DARK : ColorScheme.LIGHT),
                  Arguments.of(language, 1280, 800, even ? ColorScheme.LIGHT : ColorScheme.DARK));
            });
  }

  @ParameterizedTest
  @MethodSource("eyes")
  void everyPage_isAccessible(String language, int width, int height, ColorScheme scheme) {
    Visit visit = DEMO.visit(Demo.options(language, width, height).setColorScheme(scheme));
    for (String path : pages()) {
      Page page = open(visit, path + "?lang=" + language);
      Look.assertAccessible(page, path);
      if (PICTURED.contains(language)) {
        Look.shoot(page, name(path, language, width));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyPage_fitsTheWindow(String language) {
    Visit visit = DEMO.visit(language, 320, 800);
    for (String path : pages()) {
      Page page = open(visit, path + "?lang=" + language);
      Controls.assertWholeEverywhere(page, path);
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyPage_saysItsLanguage(String language) {
    Visit asking = DEMO.visit("ja", 1280, 800);
    Visit speaking = DEMO.visit(language, 1280, 800);
    for (String path : pages()) {
      open(asking, path + "?lang=" + language);
      open(speaking, path);
      for (Visit visit : List.of(asking, speaking)) {
        assertThat(visit.page().evaluate("document.documentElement.lang")).isEqualTo(language);
        assertThat(visit.headers()).as(path).containsEntry("content-language", language);
      }
    }
  }

  @Test
  void catalogue_keepsTheOrderOfTheCollection() {
    Page page = open(DEMO.visit("de", 1280, 800), "/");
    assertThat(
            page.locator(".entry a").all().stream().map(link -> link.getAttribute("href")).toList())
        .isEqualTo(Demo.CAPSULES);
    assertThat(page.locator(".place").first().textContent())
        .contains("Belgien", "Online-Anträge", "Zugang zu Rechten");
    assertThat(page.locator(".entry .facts").first().textContent())
        .contains("Deutsch, Französisch, Griechisch, Rumänisch, Luxemburgisch, Englisch");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void pageWithoutScripts_tellsEverything(String language) {
    Visit visit = DEMO.visit(Demo.options(language, 390, 844).setJavaScriptEnabled(false));
    Page page = open(visit, Demo.PORTRAIT + "?lang=" + language);
    for (String part : List.of("h1", ".lede", ".situation-title", ".situation > p:last-child")) {
      Locator words = page.locator(part).first();
      assertThat(words.isVisible()).as(part).isTrue();
      assertThat(words.innerText()).as(part).isNotBlank();
    }
    assertThat(page.locator(".chapters li").count()).isEqualTo(3);
    assertThat(page.locator(".files a[download$='.pdf']").isVisible()).isTrue();
    assertThat(page.locator(".picture video").isVisible()).isTrue();
    List<String> tracks =
        page.locator(".picture video track").all().stream()
            .map(track -> track.getAttribute("srclang") + " " + track.getAttribute("kind"))
            .toList();
    assertThat(tracks).containsAll(LANGUAGES.stream().map(each -> each + " subtitles").toList());
    assertThat(page.locator(".picture track[default]").getAttribute("srclang")).isEqualTo(language);
  }

  private static Page open(Visit visit, String path) {
    return path.startsWith(MISSING) ? visit.openMissing(path) : visit.open(path);
  }

  private static List<String> pages() {
    List<String> pages = new ArrayList<>(List.of("/", MISSING));
    pages.addAll(Demo.CAPSULES);
    return pages;
  }

  private static String name(String path, String language, int width) {
    String page = path.substring(path.lastIndexOf('/') + 1);
    return "demo-%s-%s-%d.png".formatted(page.isEmpty() ? "catalogue" : page, language, width);
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.server.editor.EditedSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which a capsule is edited, on the real program, with a real film. */
class EditorPageTest {
  private static final String CHAPTERS =
      "WEBVTT\n\n00:00.000 --> 00:02.000\nArrivée\n\n00:02.000 --> 00:05.000\nSuite\n";
  private static final String SUBTITLES = "WEBVTT\n\n00:01.000 --> 00:03.000\nBonjour.\n";
  private static final String GREEK =
      "1\n00:00:01,000 --> 00:00:02,000\nΆννα, πού είναι ο κωδικός;\n";
  private static Chromium chromium;
  @TempDir Path folder;
  private EditedSite site;
  private final List<Visit> visits = new ArrayList<>();

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  @BeforeEach
  void open() throws Exception {
    site =
        EditedSite.open(folder, Role.MEDIA)
            .add(
                "media/vfr-360p.mp4",
                "film.fr.vtt",
                SUBTITLES,
                "film.fr.chapters.vtt",
                CHAPTERS,
                "film.yaml",
                "title: {fr: Le mot de passe, el: Ο κωδικός}\nlanguage: fr\n");
  }

  @AfterEach
  void close() {
    visits.forEach(Visit::close);
    site.close();
  }

  private Page page(String language, int width, ColorScheme scheme) {
    Visit visit =
        new Visit(
            chromium, site.origin(), Demo.options(language, width, 900).setColorScheme(scheme));
    visits.add(visit);
    Page page = visit.open("/studio/capsules/" + site.capsule() + "?lang=" + language);
    page.waitForFunction("() => document.getElementById('save-state').textContent !== ''");
    return page;
  }

  private Page page() {
    return page("en", 1280, ColorScheme.LIGHT);
  }

  private static void untilSaid(Page page, String words) {
    page.waitForFunction(
        "words => document.getElementById('save-state').textContent === words", words);
  }

  @Test
  void page_isAccessibleInEveryLanguageAndWidth() {
    for (String language : Demo.LANGUAGES) {
      boolean even = Demo.LANGUAGES.indexOf(language) % 2 == 0;
      for (int width : new int[] {390, 1280}) {
        ColorScheme scheme = even == (width == 390) ? ColorScheme.DARK : ColorScheme.LIGHT;
        Page page = page(language, width, scheme);
        page.waitForFunction("() => document.querySelector('hls-video').readyState >= 1");
        Look.at(page, "editor-" + language + "-" + width);
        page.setViewportSize(320, 800);
        Look.assertFits(page, language);
      }
    }
    visits.forEach(Visit::assertNothingWentWrong);
  }

  @Test
  void keyboardAlone_editsASaves() {
    Page page = page();
    page.locator("[id='titles.en']").focus();
    page.keyboard().type("The password");
    untilSaid(page, "Unsaved changes.");
    page.keyboard().press("Tab");
    page.keyboard().type("Two colleagues.");
    tabTo(page, "credits.en");
    page.keyboard().type("Camera: Ana");
    tabTo(page, "save");
    page.keyboard().press("Enter");
    untilSaid(page, "Everything is saved.");

    page.reload();
    assertThat(page.locator("[id='titles.en']").inputValue()).isEqualTo("The password");
    page.navigate(site.origin() + "/c/" + site.slug() + "?lang=en");
    assertThat(page.locator("h1").textContent()).isEqualTo("The password");
    assertThat(page.locator(".lede").textContent()).isEqualTo("Two colleagues.");
    assertThat(page.locator(".credits li").textContent()).isEqualTo("Camera Ana");
  }

  private static void tabTo(Page page, String id) {
    for (int i = 0; i < 120; i++) {
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + id);
  }

  @Test
  void chapters_areWrittenAtThePlayhead() {
    Page page = page();
    assertThat(page.locator("#chapters-inherited-list li").allTextContents())
        .containsExactly("0:00.000 Arrivée", "0:02.000 Suite");
    assertThat(page.locator("#chapters-chosen, #removed-section, #not-public").all())
        .noneMatch(Locator::isVisible);
    page.locator("[data-do=chapters-own]").click();
    page.evaluate("document.querySelector('hls-video').currentTime = 3");
    page.waitForFunction("() => document.querySelector('hls-video').currentTime >= 2.9");
    page.locator("[data-do=chapter-add]").click();
    page.keyboard().type("Le plan");
    page.locator("#save").click();
    untilSaid(page, "Everything is saved.");

    page.navigate(site.origin() + "/c/" + site.slug() + "?lang=en");
    assertThat(page.locator(".chapters li").allTextContents())
        .anyMatch(words -> words.contains("0:03") && words.contains("Le plan"));
  }

  @Test
  void posterAtThePlayhead_isShownToThePublic() {
    Page page = page();
    String before = page.locator("#poster").getAttribute("src");
    page.evaluate("document.querySelector('hls-video').currentTime = 2");
    page.waitForFunction("() => document.querySelector('hls-video').currentTime >= 1.9");
    page.locator("[data-do=poster-frame]").click();
    untilSaid(page, "Saved.");

    String after = page.locator("#poster").getAttribute("src");
    assertThat(after).isNotEqualTo(before).endsWith(".jpg");
    page.waitForFunction("() => document.getElementById('poster').naturalWidth > 0");
    assertThat(viewing().posterSha256()).isNotNull();
    page.locator("[data-do=poster-own]").click();
    page.waitForFunction(
        "before => document.getElementById('poster').getAttribute('src') === before", before);
  }

  private Viewing viewing() {
    return site.library()
        .database()
        .<Optional<Viewing>>look(
            session ->
                new ViewingStore(session)
                    .byId(site.capsule(), java.time.Clock.systemUTC().instant()))
        .orElseThrow();
  }

  @Test
  void trim_makesAShorterFilmWhileTheOldOneStays() throws Exception {
    Page page = page();
    String before = viewing().editionId();
    page.locator("#trim-start").fill("2");
    page.locator("#trim-end").fill("0:04.0");
    page.locator("#save").click();
    page.locator("#production button").waitFor(new Locator.WaitForOptions().setTimeout(120_000));

    assertThat(viewing().editionId()).isNotEqualTo(before);
    assertThat(viewing().length()).isLessThan(Duration.ofMillis(2200));
    page.locator("#trim-end").fill("0:03.0");
    page.locator("#save").click();
    untilSaid(page, "Everything is saved.");
    assertThat(page.locator("#production button").count()).as("another one is under way").isZero();
    assertThat(page.locator("#production").textContent()).contains("produc");
    page.locator("#production button").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
    page.locator("#production button").click();
    page.waitForFunction("() => document.querySelector('hls-video').duration < 1.2");
    assertThat(page.locator("#trim-start").inputValue()).isEqualTo("0:02.000");
  }

  @Test
  void greekSubtitles_areAddedReadAgainRemovedAndPutBack() {
    Page page = page();
    page.locator("#track-file")
        .setInputFiles(
            new FilePayload(
                "subtitles.srt", "text/plain", GREEK.getBytes(Charset.forName("windows-1253"))));
    untilSaid(page, "Saved.");
    Locator row =
        page.locator("#tracks > li", new Page.LocatorOptions().setHasText("Greek"))
            .filter(new Locator.FilterOptions().setHasText("subtitles.srt"));
    assertThat(row.locator("[data-part=facts]").textContent()).contains("windows-1253");

    row.locator("[data-part=charsets] summary").click();
    Locator western = row.locator("input[value=windows-1252]");
    western.waitFor();
    assertThat(row.locator(".reading").first().textContent()).contains("Άννα, πού είναι");
    western.check();
    row.locator("[data-part=read]").click();
    page.waitForFunction(
        "() => [...document.querySelectorAll('#tracks [data-part=facts]')].some(each => each.textContent.includes('windows-1252'))");
    assertThat(shownGreek()).contains("ðïý");
    Locator again =
        page.locator("#tracks > li")
            .filter(new Locator.FilterOptions().setHasText("subtitles.srt"));
    again.locator("input[value=windows-1253]").check();
    again.locator("[data-part=read]").click();
    page.waitForFunction(
        "() => [...document.querySelectorAll('#tracks [data-part=facts]')].some(each => each.textContent.includes('encoding windows-1253'))");
    assertThat(shownGreek()).contains("Άννα, πού είναι ο κωδικός;");

    again.locator("[data-part=remove]").click();
    page.locator("#removed button").first().waitFor();
    assertThat(page.evaluate("document.activeElement.closest('#removed') !== null"))
        .as("focus goes where it can be undone")
        .isEqualTo(true);
    page.keyboard().press("Enter");
    untilSaid(page, "Put back.");
    assertThat(page.locator("#tracks > li").count()).isEqualTo(3);
  }

  private String shownGreek() {
    return site
        .library()
        .database()
        .look(session -> new TrackStore(session).of(site.capsule()))
        .stream()
        .filter(track -> track.language().equals("el"))
        .map(
            track -> {
              try {
                return java.nio.file.Files.readString(
                    site.library().storage().file(track.webvttSha256()));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .findFirst()
        .orElse("");
  }

  @Test
  void twoEditors_loseNothing() {
    Page ana = page();
    Page petros = page();
    petros.locator("[id='summaries.en']").fill("By Petros.");
    petros.locator("[id='titles.en']").fill("Petros’ title");
    petros.locator("#save").click();
    untilSaid(petros, "Everything is saved.");

    ana.locator("[id='titles.en']").fill("Ana’s title");
    ana.locator("[id='credits.en']").fill("Ana");
    ana.locator("#save").click();
    ana.locator("#conflict li").waitFor();

    assertThat(ana.locator("#conflict li").allTextContents())
        .singleElement()
        .asString()
        .contains("Title (en): Petros’ title");
    assertThat(ana.locator("[id='summaries.en']").inputValue()).isEqualTo("By Petros.");
    assertThat(ana.locator("[id='titles.en']").inputValue()).isEqualTo("Ana’s title");
    ana.locator("#save").click();
    untilSaid(ana, "Everything is saved.");
    petros.reload();
    assertThat(petros.locator("[id='titles.en']").inputValue()).isEqualTo("Ana’s title");
    assertThat(petros.locator("[id='summaries.en']").inputValue()).isEqualTo("By Petros.");
    assertThat(petros.locator("[id='credits.en']").inputValue()).isEqualTo("Ana");
  }

  @Test
  void leavingWithUnsavedChanges_isAsked() {
    Page page = page();
    List<String> asked = new ArrayList<>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.accept();
        });
    page.locator("[id='titles.en']").fill("Unsaved");
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("All capsules").setExact(true))
        .focus();
    page.navigate(site.origin() + "/");

    assertThat(asked).containsExactly("beforeunload");
  }
}

package org.capsula.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles, documents and poster in the editor's page, when something is not as wished. */
class EditorFilesTest {
  private static final String SUBTITLES = "WEBVTT\n\n00:01.000 --> 00:03.000\nBonjour.\n";

  private static EditorDesk desk;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    desk = new EditorDesk(folder, "film.fr.vtt", SUBTITLES);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void leave() {
    desk.closeVisits();
  }

  private static Page page(String language) {
    return desk.visit(Role.MEDIA, language, 1280).page();
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(UTF_8));
  }

  private static String languages() {
    return String.join(
        " ",
        desk
            .site
            .library()
            .database()
            .look(session -> new TrackStore(session).of(desk.site.capsule()))
            .stream()
            .map(track -> track.language())
            .sorted()
            .toList());
  }

  @Test
  void languageByArrowKeys_isTakenWhenItIsAppliedAndFocusStays() {
    Page page = page("en");
    String before = languages();
    Locator select = page.locator("#tracks [data-part=language]").first();
    select.focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    String chosen = select.inputValue();
    assertThat(chosen).isNotEqualTo("fr");
    assertThat(page.evaluate("document.activeElement.dataset.part")).isEqualTo("language");
    assertThat(languages()).as("nothing is saved while one chooses").isEqualTo(before);

    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    EditorDesk.untilSaid(page, "Saved.");

    assertThat(languages()).isEqualTo(before.replace("fr", chosen));
    assertThat(page.evaluate("document.activeElement.dataset.part")).isEqualTo("apply");
    Look.shoot(page, "editor-apply");
    page.locator("#tracks [data-part=language]").first().selectOption("fr");
    page.locator("#tracks [data-part=apply]").first().click();
    EditorDesk.untilSaid(page, "Saved.");
  }

  @Test
  void filesThatAreNotTaken_areNamedEachAndCounted() {
    Page page = page("de");
    page.locator("#track-file")
        .setInputFiles(
            new FilePayload[] {
              file("first.de.srt", "no subtitles at all"),
              file("second.lb.vtt", SUBTITLES),
              file("third.en.srt", "nor here")
            });
    EditorDesk.untilSaid(page, "Nicht hinzugefügt: 2 von 3");

    assertThat(page.locator("#tracks-error p").allTextContents())
        .hasSize(2)
        .allMatch(line -> line.contains("nicht verwendbar"))
        .anyMatch(line -> line.startsWith("first.de.srt: "))
        .anyMatch(line -> line.startsWith("third.en.srt: "));
    assertThat(languages()).contains("lb");
  }

  @Test
  void posterThatIsNone_isSaidBesideThePoster() {
    Page page = page("en");
    page.locator("#poster-file").setInputFiles(file("poster.jpg", "no picture"));
    page.locator("#poster-error p").waitFor();

    assertThat(page.locator("#poster-error").textContent()).contains("cannot be used");
    assertThat(page.locator("#tracks-error").textContent()).isEmpty();
  }

  @Test
  void encodings_withoutAnAnswer_areSaidToBeMissing() {
    Page page = page("en");
    page.route("**/charsets", route -> route.abort());
    Locator details = page.locator("#tracks [data-part=charsets]").first();
    details.locator("summary").click();
    page.waitForFunction(
        "() => document.querySelector('#tracks [data-part=wrong]').textContent !== ''");
    assertThat(details.locator("[data-part=wrong]").textContent()).contains("does not answer");

    page.unroute("**/charsets");
    details.locator("summary").click();
    details.locator("summary").click();
    details.locator("input").first().waitFor();
    assertThat(details.locator("[data-part=wrong]").textContent()).isEmpty();
  }
}

package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.server.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The media team's page: films go up whatever comes between. */
class UploadPageTest {
  private static final String FILES = "#choose-files";

  /** What is under way is not over before one can look. */
  private static final int SLOW = 3_000_000;

  /** Bytes a second. */
  private static final int LINE = 300_000;

  private static final String FOCUSED =
      "(selector) => document.activeElement?.matches(selector) === true";

  @TempDir private Path folder;
  private UploadServer server;
  private Chromium chromium;
  private Visit visit;

  @BeforeEach
  void start() throws Exception {
    server = new UploadServer(folder.resolve("library"));
    chromium = Chromium.launch();
    visit = new Visit(chromium, server.origin(), Demo.options("en", 1280, 900));
  }

  @AfterEach
  void stop() {
    visit.close();
    chromium.close();
    server.close();
  }

  /** A film of that many bytes, the last of which nobody plays. */
  private Path film(String name, int bytes) throws IOException {
    Path film = folder.resolve(name);
    Files.copy(SharedData.path("media/with-chapters.mp4"), film);
    try (RandomAccessFile longer = new RandomAccessFile(film.toFile(), "rw")) {
      longer.seek(longer.length());
      longer.write(name.getBytes(StandardCharsets.UTF_8));
      longer.setLength(bytes);
    }
    return film;
  }

  private static Locator card(Page page, String name) {
    return page.locator(
        ".upload", new Page.LocatorOptions().setHas(page.locator("text=\"" + name + "\"")));
  }

  private static void await(Locator card, String state) {
    card.and(card.page().locator("[data-state=" + state + "]")).waitFor();
  }

  private void assertStored(Path film) throws IOException {
    Path stored = server.stored(Sha256.of(film));
    assertThat(stored).exists();
    assertThat(Sha256.of(stored)).isEqualTo(Sha256.of(film));
  }

  @Test
  void severalFilmsWithSubtitles_areCapsules() throws Exception {
    Path first = film("first.mp4", 400_000);
    Path second = film("second.mov", 500_000);
    Path greek = folder.resolve("first.el.srt");
    Files.write(
        greek,
        "1\n00:00:00,000 --> 00:00:01,000\nΚαλημέρα σας\n"
            .getBytes(Charset.forName("windows-1253")));
    Page page = visit.open("/studio/upload");

    page.locator(FILES).setInputFiles(new Path[] {first, second, greek});

    await(card(page, "first.mp4"), "done");
    await(card(page, "second.mov"), "done");
    assertThat(card(page, "first.mp4").locator("a[data-action=open]").getAttribute("href"))
        .matches("/studio/capsules/[0-9a-f-]{36}");
    assertStored(first);
    assertStored(second);
    assertThat(server.languagesOf("first.mp4")).containsExactly("el");
    visit.assertNothingWentWrong();
  }

  @Test
  void serverThatIsGoneForAWhile_losesNothing() throws Exception {
    Path film = film("film.mp4", SLOW);
    Page page = visit.open("/studio/upload");
    visit.slowUpload(LINE);
    page.locator(FILES).setInputFiles(film);
    Locator card = card(page, "film.mp4");
    card.locator(".progress[aria-valuenow]:not([aria-valuenow='0'])").waitFor();

    server.kill();
    await(card, "waiting");
    assertThat(card.locator("[data-part=trouble]").textContent()).contains("goes on by itself");
    server.restart();

    await(card, "done");
    assertStored(film);
  }

  @Test
  void pageThatWasReloaded_goesOnWhenTheFileIsChosenAgain() throws Exception {
    Path film = film("film.mp4", SLOW);
    Page page = visit.open("/studio/upload");
    visit.slowUpload(LINE);
    page.locator(FILES).setInputFiles(film);
    Locator card = card(page, "film.mp4");
    card.locator("summary").click();
    card.locator(".titles input").fill("The door");
    card.locator(".titles input").press("Tab");
    card.locator("[data-field=note]:text-is('Saved.')").waitFor();
    card.locator("[data-action=pause]").click();
    await(card, "paused");

    page.reload();
    await(card, "missing");
    assertThat(card.locator(".facts").textContent()).contains("of 3.0\u00a0MB");
    card.locator("summary").click();
    assertThat(card.locator(".titles input").inputValue()).isEqualTo("The door");
    page.locator(FILES).setInputFiles(film);

    await(card, "done");
    assertThat(page.locator(".upload").count()).isEqualTo(1);
    assertStored(film);
    assertThat(server.titleOf("film.mp4")).isEqualTo("The door");
  }

  @Test
  void whatIsNoFilm_isSaidBeforeAndAfterItIsSent() {
    Page page = visit.open("/studio/upload");

    page.locator(FILES)
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("notes.pdf", "application/pdf", new byte[] {1}),
              new FilePayload("empty.mp4", "video/mp4", new byte[0]),
              new FilePayload(
                  "lies.mp4", "video/mp4", "%PDF-1.4 ".repeat(9).getBytes(StandardCharsets.UTF_8))
            });

    await(card(page, "lies.mp4"), "refused");
    assertThat(page.locator("#problems").textContent())
        .contains("notes.pdf")
        .contains("empty.mp4 is empty");
    assertThat(card(page, "lies.mp4").locator("[data-part=trouble]").textContent())
        .contains("this is no film");
    page.reload();
    await(card(page, "lies.mp4"), "refused");
    card(page, "lies.mp4").locator("[data-action=dismiss]").click();
    page.locator("#none:not([hidden])").waitFor();
  }

  @Test
  void filmThatIsThere_isToldBefore() throws Exception {
    Path film = film("film.mp4", 400_000);
    Page page = visit.open("/studio/upload");
    page.locator(FILES).setInputFiles(film);
    await(card(page, "film.mp4"), "done");
    card(page, "film.mp4").locator("[data-action=dismiss]").click();
    page.locator("#none:not([hidden])").waitFor();

    page.locator(FILES).setInputFiles(film);
    await(card(page, "film.mp4"), "asking");
    card(page, "film.mp4").locator("[data-action=anyway]").click();

    await(card(page, "film.mp4"), "known");
  }

  @Test
  void keyboard_isEnough() throws Exception {
    Path film = film("film.mp4", SLOW);
    Page page = visit.open("/studio/upload");
    // Whoever listens only when the key is pressed may be too late for the dialog.
    page.onFileChooser(chooser -> {});
    visit.slowUpload(LINE);
    tabTo(page, "#choose-files");
    page.waitForFileChooser(() -> page.keyboard().press("Space")).setFiles(film);
    Locator card = card(page, "film.mp4");
    card.waitFor();

    tabTo(page, "[data-action=pause]");
    page.keyboard().press("Enter");
    await(card, "paused");
    assertThat((boolean) page.evaluate(FOCUSED, "[data-action=resume]")).isTrue();
    assertThat(page.locator("#said").textContent()).isEqualTo("film.mp4 is paused.");
    tabTo(page, "summary");
    page.keyboard().press("Enter");
    tabTo(page, ".titles input");
    page.keyboard().type("The door");
    tabTo(page, "[data-action=resume]");
    page.keyboard().press("Enter");

    await(card, "done");
    assertThat(server.titleOf("film.mp4")).isEqualTo("The door");
  }

  /** Round the page once at most. */
  private static void tabTo(Page page, String selector) {
    for (int stops = 0; stops < 60; stops++) {
      if ((boolean) page.evaluate(FOCUSED, selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no way to " + selector + " by keyboard");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void page_isAccessibleAndFits(int width) throws Exception {
    Path film = film("a very long name of a film as a camera gives it 20261123 090000.mp4", SLOW);
    visit.close();
    for (String language : new String[] {"de", "el"}) {
      visit = new Visit(chromium, server.origin(), Demo.options(language, width, 900));
      Page page = visit.open("/studio/upload");
      page.locator(FILES)
          .setInputFiles(
              new FilePayload(
                  language + ".mp4", "video/mp4", "no film".getBytes(StandardCharsets.UTF_8)));
      await(card(page, language + ".mp4"), "refused");
      visit.slowUpload(LINE);
      page.locator(FILES).setInputFiles(film);
      Locator card = card(page, film.getFileName().toString());
      card.locator("[data-action=pause]").click();
      await(card, "paused");
      card.locator("summary").click();
      Look.at(page, "upload-" + language + "-" + width);
      card.locator("[data-action=cancel]").click();
      card.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      visit.close();
    }
    visit = new Visit(chromium, server.origin(), Demo.options("en", 1280, 900));
  }
}

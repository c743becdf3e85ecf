package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.server.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of a media team, in a browser and with the real program: 200 MB over a line that breaks
 * five times, a page that is loaded again and a server that is killed; then the film's production,
 * its Greek subtitles, and one of them corrected, until everybody sees it.
 */
class StudioStoryTest {
  private static final int MEGABYTE = 1_000_000;
  private static final int FILM_BYTES = 200 * MEGABYTE;
  private static final double PATIENCE_MILLIS = 240_000;
  private static final String PASSWORD = "drei Katzen auf dem Dach";
  private static final Pattern LINK = Pattern.compile("(/invitation/\\S+)");
  private static final String WRONG = "Καλημέρα σας, περάσετε";
  private static final String RIGHT = "Καλημέρα σας, περάστε";

  @TempDir private Path folder;
  private Path library;
  private Capsula program;
  private Line line;
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    library = folder.resolve("library");
    program = serve();
    line = new Line(port(program));
    chromium = Chromium.launch();
    BrowserContext context =
        chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
  }

  @AfterEach
  void stop() throws IOException {
    chromium.close();
    line.close();
    program.close();
  }

  @Test
  void film_goesFromTheDeskToThePublicPage() throws Exception {
    signIn();
    String capsule = upload(film());
    seeItsProduction();
    addGreek(capsule);
    correctACue();
    watch(openToEverybody(capsule));
  }

  private void signIn() throws InterruptedException {
    Matcher link = LINK.matcher(program.untilSaid(LINK));
    assertThat(link.find()).isTrue();
    page.navigate(line.origin() + link.group(1));
    page.getByLabel("Sign-in name").fill("ana");
    page.getByLabel("New password").fill(PASSWORD);
    button("Save and come in").click();
    button("Sign out").click();
    page.navigate(line.origin() + "/studio");
    page.getByLabel("Sign-in name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    button("Sign in").click();
    page.getByText("There is no capsule yet").waitFor();
  }

  /** Real footage, and behind its end as many bytes of chance as make it 200 MB. */
  private Path film() throws IOException {
    Path film = folder.resolve("Στην πόρτα.mp4");
    Files.copy(SharedData.path("media/sintel-trailer-720p.mp4"), film);
    int left = FILM_BYTES - (int) Files.size(film);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(film, StandardOpenOption.APPEND))) {
      // A box that players pass over (ISO/IEC 14496-12 §8.1.2).
      out.write(ByteBuffer.allocate(4).putInt(left).array());
      out.write("free".getBytes(StandardCharsets.US_ASCII));
      byte[] chance = new byte[left - 8];
      new Random(4).nextBytes(chance);
      out.write(chance);
    }
    return film;
  }

  /**
   * @return the address of the capsule in the studio
   */
  private String upload(Path film) throws Exception {
    page.navigate(line.origin() + "/studio/upload");
    Random random = new Random(17);
    page.locator("#choose-files").setInputFiles(film);
    for (int cut = 1; cut <= 3; cut++) {
      line.cutAfter((10 + random.nextInt(15)) * (long) MEGABYTE);
      awaitCuts(cut);
    }
    awaitMegabytes(50);
    page.reload();
    card().locator("[data-action=choose]").waitFor();
    card().locator("[data-part=file]").setInputFiles(film);
    line.cutAfter((5 + random.nextInt(10)) * (long) MEGABYTE);
    awaitCuts(4);
    awaitMegabytes(80);
    program.kill();
    program = serve();
    line.leadTo(port(program));
    line.cutAfter((5 + random.nextInt(10)) * (long) MEGABYTE);
    awaitCuts(5);
    Locator link = card().locator("a[data-action=open]");
    link.waitFor();
    assertThat(library.resolve(stored(Sha256.of(film)))).hasSize(FILM_BYTES);
    return String.valueOf(link.getAttribute("href"));
  }

  private static Path stored(String sha256) {
    return Path.of("files", sha256.substring(0, 2), sha256);
  }

  private void awaitCuts(int count) throws InterruptedException {
    long end = System.nanoTime() + (long) (PATIENCE_MILLIS * 1_000_000);
    while (line.cuts() < count) {
      assertThat(System.nanoTime()).as("cut %d", count).isLessThan(end);
      // The browser's events come while Playwright waits.
      page.waitForTimeout(50);
    }
  }

  private void awaitMegabytes(int count) {
    page.waitForFunction(
        "(count) => Number(document.querySelector('.upload .progress')"
            + ".getAttribute('aria-valuenow')) >= count / 2",
        count);
  }

  private Locator card() {
    return page.locator(".upload").first();
  }

  /** Live: the page is not loaded again until the production is done. */
  private void seeItsProduction() {
    page.navigate(line.origin() + "/studio");
    Locator row = page.locator("tr.capsule").first();
    row.locator("[data-percent]").waitFor();
    page.evaluate("window.sameDocument = true");
    List<Integer> percents = new ArrayList<>();
    while (row.locator("progress").count() > 0) {
      int percent =
          ((Number) page.evaluate("document.querySelector('tr.capsule progress')?.value ?? 100"))
              .intValue();
      if (percents.isEmpty() || percents.get(percents.size() - 1) != percent) {
        percents.add(percent);
      }
      page.waitForTimeout(100);
    }
    assertThat(percents).as("seen on the way").hasSizeGreaterThan(3);
    assertThat(row.locator(".badge").first().textContent()).isEqualTo("Draft");
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  /** In the code page of old Greek programs. */
  private void addGreek(String capsule) throws IOException {
    Path greek = folder.resolve("subtitles.el.srt");
    Files.write(
        greek,
        ("1\r\n00:00:00,500 --> 00:00:04,000\r\n"
                + WRONG
                + "\r\n\r\n"
                + "2\r\n00:00:05,000 --> 00:00:09,000\r\nΈχω μια ερώτηση για την αίτηση\r\n")
            .getBytes(Charset.forName("windows-1253")));
    page.navigate(line.origin() + capsule);
    page.locator("#track-file").setInputFiles(greek);
    Locator track = page.locator("#tracks > li").first();
    track.locator("[data-part=facts]").waitFor();
    assertThat(track.locator("[data-part=facts]").textContent()).contains("windows-1253");
    assertThat(track.locator("[data-part=language]").inputValue()).isEqualTo("el");
    track.locator("[data-part=cues]").click();
  }

  private void correctACue() {
    Locator first = page.locator("#cue-list [role=option]").first();
    first.waitFor();
    assertThat(first.textContent()).contains(WRONG);
    first.click();
    Locator text = page.locator("#cue-text");
    assertThat(text.inputValue()).isEqualTo(WRONG);
    text.fill(RIGHT);
    page.locator("[data-do=save]").click();
    page.getByText("Saved, revision 2").first().waitFor();
  }

  /**
   * @return the address of its public page
   */
  private String openToEverybody(String capsule) {
    page.navigate(line.origin() + capsule);
    button("Open to everybody now").click();
    page.locator("#ask-yes").click();
    page.getByText("Open to everybody since").waitFor();
    page.locator("#public-page").waitFor();
    return String.valueOf(page.locator("#public-page").getAttribute("href"));
  }

  private void watch(String address) {
    try (BrowserContext stranger =
        chromium.browser().newContext(new Browser.NewContextOptions().setLocale("el"))) {
      Page open = stranger.newPage();
      open.navigate(URI.create(line.origin()).resolve(address).toString());
      open.waitForFunction(
          "(words) => [...document.querySelector('hls-video').textTracks]"
              + ".some((track) => [...(track.cues ?? [])].some((cue) => cue.text === words))",
          RIGHT);
    }
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Capsula serve() throws IOException {
    return Capsula.start("serve", "--library", library.toString(), "--port", "0");
  }

  private static int port(Capsula program) throws InterruptedException {
    return URI.create(program.origin()).getPort();
  }
}

package org.capsula.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts that are scripts, in every place that a text of somebody reaches: none runs, and none even
 * gets as far as the policy that would stop it. {@code -Dhostile=300} takes all of them, as {@code
 * bench/hostile.sh} does.
 */
class HostileTextTest {
  private static final List<String> TEXTS = Payloads.sample(Integer.getInteger("hostile", 25));

  /** What would run when it is pressed or pointed at, and did not run by itself. */
  private static final String ARMED =
      """
      () => [...document.querySelectorAll("*")].flatMap((element) =>
        [...element.attributes]
          .filter((each) =>
            (each.name.startsWith("on") && each.value.includes("pwn")) ||
            /^\\s*(javascript|data:text)/i.test(each.value) ||
            (["href", "src", "action", "srcdoc", "xlink:href"].includes(each.name) &&
              /pwn\\(|127\\.0\\.0\\.2/.test(decodeURIComponent(each.value)) &&
              !each.value.startsWith("/") && !each.value.startsWith("?")))
          .map((each) => element.tagName + " " + each.name + "=" + each.value))
        .concat([...document.scripts]
          .filter((each) => !/^application[/](ld[+])?json$/.test(each.type))
          .filter((each) => each.text.includes("pwn"))
          .map((each) => "script " + each.text))
      """;

  /** The words of all tracks, as a player shows them. */
  private static final String SHOW_TRACKS =
      """
      async () => {
        for (const video of document.querySelectorAll("video")) {
          for (const track of video.textTracks) {
            track.mode = "showing";
          }
        }
        await new Promise((done) => setTimeout(done, 50));
      }
      """;

  /** Who is told to have saved meanwhile. */
  private static final String RENAME =
      """
      async (name) =>
        (await fetch("/account/name", {
          method: "POST",
          body: new URLSearchParams({ name }),
        })).status
      """;

  /** Saves the cues as somebody else would. */
  private static final String CORRECT =
      """
      async (track) => {
        const address = `/api/studio/tracks/${track}/cues`;
        const { revision, cues } = await (await fetch(address)).json();
        const body = JSON.stringify({ revision: revision.number, cues });
        const headers = { "Content-Type": "application/json" };
        return (await fetch(address, { method: "PUT", headers, body })).status;
      }
      """;

  private static final String CREDIT =
      """
      async ([capsule, text]) => {
        const address = `/api/studio/capsules/${capsule}`;
        const { version } = await (await fetch(address)).json();
        const body = JSON.stringify({ credits: { fr: text } });
        const headers = { "Content-Type": "application/json", "If-Match": `"${version}"` };
        return (await fetch(address, { method: "PATCH", headers, body })).status;
      }
      """;

  private static final String REMOVE_FILES =
      """
      async (capsule) => {
        const address = `/api/studio/capsules/${capsule}`;
        const { tracks, documents } = await (await fetch(address)).json();
        const track = tracks.find((each) => each.language === "el");
        const headers = { "If-Match": `"${track.seen}"` };
        return [
          (await fetch(`${address}/tracks/${track.id}`, { method: "DELETE", headers })).status,
          (await fetch(`${address}/documents/${documents[0].id}`, { method: "DELETE" })).status,
        ];
      }
      """;

  private static final String ASK =
      """
      async ([method, capsule, path]) =>
        (await fetch(`/api/studio/capsules/${capsule}${path}`, { method })).status
      """;

  private static final Pattern LINK = Pattern.compile("(/invitation/\\S+)");
  private static final AtomicBoolean joined = new AtomicBoolean();
  private static final AtomicInteger RUN = new AtomicInteger();

  @TempDir private static Path folder;
  private static Capsula program;
  private static Chromium chromium;
  private static String origin;

  @BeforeAll
  static void start() throws Exception {
    Path library = folder.resolve("library");
    HostileLibrary.make(folder, library, TEXTS);
    program = Capsula.start("serve", "--library", library.toString(), "--port", "0");
    origin = program.origin();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    program.close();
  }

  @Test
  void catalogue_showsThemAsText() {
    try (Visit visit = visit()) {
      String path = "/";
      int seen = 0;
      while (path != null) {
        Page page = look(visit, path);
        for (String title : page.locator(".entry h3").allTextContents()) {
          seen += TEXTS.stream().map(HostileTextTest::plain).anyMatch(title::contains) ? 1 : 0;
        }
        path =
            page.locator("a[rel=next]").count() == 0
                ? null
                : page.locator("a[rel=next]").getAttribute("href");
      }
      assertThat(seen).isEqualTo(TEXTS.size());
      finish(visit);
    }
  }

  @Test
  void capsulePage_showsThemAsText() {
    try (Visit visit = visit()) {
      for (int n = 0; n < TEXTS.size(); n++) {
        String language = Demo.LANGUAGES.get(n % Demo.LANGUAGES.size());
        Page page = look(visit, "/c/" + HostileLibrary.slug(n) + "?lang=" + language);
        assertThat(plain(page.locator("h1").textContent())).isEqualTo(plain(TEXTS.get(n)));
        page.evaluate(SHOW_TRACKS);
        assertUnarmed(page, TEXTS.get(n));
      }
      finish(visit);
    }
  }

  @Test
  void studio_showsThemAsText() throws Exception {
    try (Visit visit = visit()) {
      signIn(visit);
      String path = "/studio";
      while (path != null) {
        Page page = look(visit, path);
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
        assertUnarmed(page, path);
        Locator next = page.locator("a[rel=next]");
        path = next.count() == 0 ? null : next.getAttribute("href");
      }
      for (int n = 0; n < TEXTS.size(); n++) {
        String capsule = "/studio/capsules/" + HostileLibrary.slug(n);
        Page editor = look(visit, capsule);
        editor.locator("#tracks > li").first().waitFor();
        // No database keeps U+0000.
        assertThat(editor.locator("[id='consent.note']").inputValue())
            .isEqualTo(TEXTS.get(n).replace("\u0000", ""));
        assertUnarmed(editor, TEXTS.get(n));
        Page cues = look(visit, capsule + "/cues/" + HostileLibrary.slug(n) + "frSUBTITLES");
        cues.locator("#cue-list [role=option]").first().click();
        assertUnarmed(cues, TEXTS.get(n));
      }
      for (String other : List.of("/system/people", "/system", "/account", "/api-reference")) {
        look(visit, other);
      }
      finish(visit);
    }
  }

  @Test
  void namesOfFilesAndPeople_areText() throws Exception {
    try (Visit visit = visit()) {
      signIn(visit);
      for (String text : TEXTS) {
        String name = text.replaceAll("[/\\x00]", "_");
        Page upload = look(visit, "/studio/upload");
        upload
            .locator("#choose-files")
            .setInputFiles(
                new FilePayload[] {
                  new FilePayload(name + ".mp4", "video/mp4", "no film".getBytes(UTF_8)),
                  new FilePayload(name + ".el.srt", "text/plain", cue(text).getBytes(UTF_8))
                });
        upload.locator(".upload [data-part=name]").first().waitFor();
        assertUnarmed(upload, name);
        Page account = look(visit, "/account");
        account.locator("#shown").fill(name(text));
        account.locator("form[action*='/account/name'] button").click();
        assertUnarmed(account, text);
        account.locator("#token-name").fill(name(text));
        account
            .locator(
                "form[action$='/account/tokens'] button, form[action*='/account/tokens?'] button")
            .click();
        assertUnarmed(account, text);
        // An account may have fifty.
        account.locator("form[action*='/withdraw'] button").click();
        assertUnarmed(account, text);
        assertUnarmed(look(visit, "/system/people"), text);
      }
      finish(visit);
    }
  }

  /** A text that nobody could read would be refused. */
  private static String cue(String text) {
    return "1\n00:00:01,000 --> 00:00:02,000\nΝαι. " + text.replaceAll("[\\n\\r]", " ") + "\n";
  }

  /** What somebody else wrote meanwhile, what was removed, and what may be taken back. */
  @Test
  void conflictsAndRemovals_showThemAsText() throws Exception {
    try (Visit visit = visit()) {
      signIn(visit);
      for (int n = 0; n < TEXTS.size(); n++) {
        String slug = HostileLibrary.slug(n);
        String name = name(TEXTS.get(n));
        assertThat(visit.page().evaluate(RENAME, name)).isEqualTo(200);
        correctTwice(visit, slug);
        editTwice(visit, slug, name);
        removeAll(visit, n);
      }
      finish(visit);
    }
  }

  private static void correctTwice(Visit visit, String slug) {
    String track = slug + "frSUBTITLES";
    Page page = look(visit, "/studio/capsules/" + slug + "/cues/" + track);
    page.locator("#cue-list [role=option]").first().click();
    visit.expectRefusal("/api/studio/tracks/" + track + "/cues");
    assertThat(page.evaluate(CORRECT, track)).isEqualTo(200);
    page.locator("#cue-text").fill("autre");
    page.keyboard().press("Control+s");
    page.locator("#cues-notice-actions button").first().waitFor();
    assertUnarmed(page, slug);
  }

  private static void editTwice(Visit visit, String slug, String text) {
    Page page = look(visit, "/studio/capsules/" + slug);
    page.locator("#tracks > li").first().waitFor();
    visit.expectRefusal("/api/studio/capsules/" + slug);
    assertThat(page.evaluate(CREDIT, List.of(slug, text + " x"))).isEqualTo(200);
    page.locator("[id='credits.fr']").fill("autre");
    page.locator("#save").click();
    page.locator("#conflict li").first().waitFor();
    assertThat(plain(page.locator("#conflict").textContent())).contains(plain(text));
    assertUnarmed(page, slug);
  }

  private static void removeAll(Visit visit, int n) {
    String slug = HostileLibrary.slug(n);
    Page page = visit.page();
    assertThat(page.evaluate(REMOVE_FILES, slug)).isEqualTo(List.of(200, 200));
    look(visit, "/studio/capsules/" + slug);
    page.locator("#removed > li").first().waitFor();
    // The last thing that the page asks for; once the capsule is deleted there is no answer.
    visit.until("document.getElementById('release-state').textContent !== ''");
    assertUnarmed(page, slug);

    assertThat(page.evaluate(ASK, List.of("DELETE", slug, ""))).isEqualTo(200);
    look(visit, "/studio?deleted=" + slug);
    page.locator("#notice .undo").waitFor();
    assertThat(page.evaluate(ASK, List.of("POST", slug, "/restore"))).isEqualTo(200);
    look(visit, "/studio/capsules/" + slug + "/delete");
    look(visit, "/studio");
    Locator deletions = page.locator("a[data-delete]");
    // A page of the list holds some of them; over all rounds it is each of those.
    deletions.nth(n % deletions.count()).click();
    page.locator("#delete-dialog[open]").waitFor();
    assertUnarmed(page, slug);
  }

  /** The first time by the link for the first admin, then by name and password. */
  private static void signIn(Visit visit) throws InterruptedException {
    Matcher link = LINK.matcher(program.untilSaid(LINK));
    boolean first = !joined.getAndSet(true);
    assertThat(link.find()).isTrue();
    Page page = visit.open(first ? link.group(1) : "/sign-in");
    page.locator("#name").fill("ana");
    page.locator("#password").fill("drei Katzen auf dem Dach");
    page.locator("form.form button").click();
    page.locator(".sections").waitFor();
  }

  /** As a name may be: short, on one line, and nothing in it turns the direction of writing. */
  private static String name(String text) {
    String usable = text.replaceAll("[\\p{C}\\p{Zl}]", "");
    return usable.substring(0, Math.min(usable.length(), 100));
  }

  @Test
  void addresses_areNoMarkupEither() {
    try (Visit visit = visit()) {
      for (String text : TEXTS) {
        String word = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String path : List.of("/?lang=" + word, "/?after=" + word, "/c/film?t=" + word)) {
          Page page = visit.openMissing(path);
          assertUnarmed(page, path);
        }
      }
      finish(visit);
    }
  }

  private static Visit visit() {
    Visit visit = new Visit(chromium, origin, new Browser.NewContextOptions().setLocale("fr"));
    visit.page().exposeFunction("pwn", any -> RUN.incrementAndGet());
    visit.page().onDialog(HostileTextTest::leave);
    return visit;
  }

  /** The page's own question before it is left while it sends is no script of theirs. */
  private static void leave(Dialog dialog) {
    if (!dialog.type().equals("beforeunload")) {
      RUN.incrementAndGet();
    }
    dialog.accept();
  }

  private static Page look(Visit visit, String path) {
    Page page = visit.open(path);
    assertUnarmed(page, path);
    return page;
  }

  private static void assertUnarmed(Page page, String of) {
    assertThat((List<?>) page.evaluate(ARMED)).as(of).isEmpty();
  }

  private static void finish(Visit visit) {
    visit.assertNothingWentWrong();
    assertThat(RUN.get()).as("scripts that ran").isZero();
  }

  /**
   * As a page tells it: white space is one space, and NUL is passed over (WHATWG HTML §13.2.6.4.7).
   */
  private static String plain(String text) {
    return text.replace("\u0000", "").replaceAll("\\s+", " ").strip();
  }
}

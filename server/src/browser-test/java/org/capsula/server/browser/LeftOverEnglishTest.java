package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.server.editor.EditedSite;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a page says in English, said again on the same page in another language. */
class LeftOverEnglishTest {
  /**
   * All words of a page, shown now or later, but for those that say they are of another language.
   */
  private static final String WORDS =
      """
      () => {
        const page = document.documentElement.lang;
        const said = new Set();
        const say = (words) => words?.trim() && said.add(words.trim().replace(/\\s+/g, " "));
        const visit = (node) => {
          if (node.nodeType === Node.TEXT_NODE) {
            say(node.textContent);
          } else if (!/^(script|style|template|noscript)$/i.test(node.nodeName)) {
            const lang = node.getAttribute?.("lang");
            if (lang && lang !== page) {
              return;
            }
            for (const name of ["aria-label", "title", "placeholder", "alt"]) {
              say(node.getAttribute?.(name));
            }
            // What the player does not show it need not say.
            const seen = { opacityProperty: true, visibilityProperty: true };
            const inside =
              node.shadowRoot && node.checkVisibility(seen) ? node.shadowRoot.childNodes : [];
            [...inside, ...node.childNodes].forEach(visit);
          }
        };
        visit(document.body);
        return [...said];
      }
      """;

  /** Names, and what is written in one way everywhere. */
  private static final Pattern NAME =
      Pattern.compile(
          "[^\\p{L}]*|.|Capsula|WebVTT|Ana|UTC"
              // The menu of sounds is called so in French and German too.
              + "|Audio"
              // Files, sizes, lengths, times, shortcuts, time zones, code.
              + "|.*\\.(pdf|srt|vtt|mp4)|(.*, |MP4 .*|\\d+p )?[\\d.,]+ (kB|MB)|\\d+p|[\\d.]+x|Auto"
              + " \\(\\d+p\\)|\\d\\d:\\d\\d \\(UTC\\)|.*(Alt|Ctrl)\\+.*|.*Page"
              + " Up.*|[A-Z][a-z]+/[A-Za-z_/]+|.*<iframe.*"
              // Countries and languages as they are called in themselves.
              + "|France|Luxembourg|Français|Ελληνικά|Română|Deutsch|Lëtzebuergesch|English");

  private static final List<String> VIEWERS =
      List.of(
          "/",
          "/?q=zzz",
          "/?length=long",
          "/c/allowance-form",
          "/c/shared-password",
          "/c/nowhere",
          "/embed/shared-password",
          "/embed/nowhere",
          "/sign-in");

  @RegisterExtension static final Demo DEMO = new Demo();

  private static EditedSite site;
  private static Chromium chromium;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    site =
        EditedSite.open(folder, Role.VIEWER)
            .add(
                "media/vfr-360p.mp4",
                "film.yaml",
                "title: {fr: Le mot de passe}\n",
                "film.fr.srt",
                "1\n00:00:00,500 --> 00:00:02,000\nLe mot de passe.\n");
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    site.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void viewersPages_leaveNoEnglish(PageLanguage language) {
    Visit visit = DEMO.visit("ja", 1280, 800);
    Set<String> left = new TreeSet<>();
    for (String path : VIEWERS) {
      visit.expectRefusal(inLanguage(path, "en"));
      visit.expectRefusal(inLanguage(path, language.tag()));
      left.addAll(inBoth(visit, path, language));
    }
    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void trainersPages_leaveNoEnglish(PageLanguage language) {
    String track =
        site.library()
            .database()
            .look(session -> new TrackStore(session).of(site.capsule()))
            .get(0)
            .id();
    String editor = "/studio/capsules/" + site.capsule();
    Set<String> left = new TreeSet<>();
    try (Visit visit =
        new Visit(
            chromium,
            site.origin(),
            Demo.options("ja", 1280, 800)
                .setExtraHTTPHeaders(Map.of("Test-Role", Role.TRAINER.name())))) {
      for (String path :
          List.of(
              "/schedule",
              "/schedule?month=2027-10&view=month",
              "/schedule?month=1999-01",
              "/schedule/" + site.capsule(),
              "/schedule/" + site.capsule() + "?said=saved",
              "/studio",
              editor,
              editor + "/cues/" + track)) {
        left.addAll(inBoth(visit, path, language));
      }
    }
    assertThat(left).isEmpty();
  }

  private static Set<String> inBoth(Visit visit, String path, PageLanguage language) {
    Set<String> english = words(visit, path, "en");
    Set<String> left = words(visit, path, language.tag());
    left.retainAll(english);
    left.removeAll(own(language));
    left.removeIf(NAME.asMatchPredicate());
    return left.stream().map(words -> path + ": " + words).collect(Collectors.toSet());
  }

  private static Set<String> words(Visit visit, String path, String language) {
    Page page = visit.open(inLanguage(path, language));
    assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(language);
    if (page.locator("media-controller").count() > 0) {
      page.waitForFunction(
          "() => document.querySelector('media-play-button').getAttribute('aria-label')");
    }
    List<String> said = new ArrayList<>();
    ((List<?>) page.evaluate(WORDS)).forEach(each -> said.add(String.valueOf(each)));
    assertThat(said).as(path).hasSizeGreaterThan(2);
    return new TreeSet<>(said);
  }

  private static String inLanguage(String path, String language) {
    return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
  }

  /** A word of that language, too: of ours, or of the player's. */
  private static Collection<String> own(PageLanguage language) {
    Collection<String> own = new TreeSet<>(Messages.of(language).beginningWith("").values());
    own.add(
        switch (language) {
          case GERMAN -> "Pause";
          case FRENCH -> "volume";
          default -> "";
        });
    return own;
  }
}

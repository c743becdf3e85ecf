package org.capsula.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.server.asset.Assets;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.subtitles.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {
  private static final LanguageChoice ENGLISH = LanguageChoice.of("en", null);
  private static final String HOSTILE = "</script><script>alert('1')</script>\" onload=\"x&{{y}}";

  private final Pages pages = new Pages(Assets.load());

  @ParameterizedTest
  @EnumSource
  void everyPage_speaksItsLanguage(PageLanguage language) {
    Messages words = Messages.of(language);
    LanguageChoice choice = new LanguageChoice(language, true);
    assertThat(catalogue(choice)).contains(words.text("catalogue.title"));
    assertThat(empty(choice)).contains(words.text("catalogue.empty"));
    assertThat(capsule(choice)).contains(words.text("chapters"), words.text("situation"));
    assertThat(pages.error(choice, new ErrorView(404))).contains(words.text("error.404"));
    assertThat(all(choice))
        .allSatisfy(
            page -> {
              Markup.assertWellFormed(page);
              assertThat(page)
                  .startsWith("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">")
                  .contains("aria-current=\"true\">" + language.ownName())
                  .containsOnlyOnce("<h1")
                  .containsOnlyOnce("<main");
            });
  }

  @Test
  void words_inAnotherLanguageSaySo() {
    LanguageChoice greek = LanguageChoice.of("el", null);
    assertThat(catalogue(greek))
        .contains("<a href=\"/c/formulaire?lang=el\">Η ηλεκτρονική αίτηση</a>")
        .contains("<a href=\"/c/plateforme?lang=el\" lang=\"fr\">La plateforme de l’école</a>")
        .contains("<li>πρόσβαση στα δικαιώματα</li>")
        .contains("<span lang=\"fr\">illettrisme numérique</span>");
    assertThat(catalogue(LanguageChoice.of(null, "fr")))
        .contains("<a href=\"/c/plateforme\">La plateforme de l’école</a>");
  }

  @Test
  void catalogue_gathersCollectionsAndLeadsOn() {
    String page = catalogue(ENGLISH);
    assertThat(page.indexOf("La médiation")).isLessThan(page.indexOf("More capsules"));
    assertThat(page).contains("rel=\"next\" href=\"/?after=password&amp;limit=3&amp;lang=en\"");
    assertThat(Markup.text(page)).contains("Belgium", "4 minutes 5 seconds", "4:05");
  }

  @Test
  void shelf_keepsTheOrderOfItsCollection() {
    CapsuleCard first = Samples.form(PageLanguage.FRENCH);
    CapsuleCard second = Samples.platform();
    CatalogueView newestFirst = new CatalogueView(List.of(second, first), null);
    assertThat(newestFirst.shelves())
        .flatExtracting(Shelf::capsules)
        .containsExactly(first, second);
  }

  @Test
  void languages_standWithThePagesOwnFirst() {
    assertThat(Markup.text(catalogue(LanguageChoice.of("lb", null))))
        .contains("Lëtzebuergesch, Franséisch, Griichesch");
  }

  @Test
  void document_withoutATitle_isCalledWhatItIs() {
    CapsuleView bare = Samples.bare();
    assertThat(documents(bare, new Document(null, "fiche", "/d", "film.fiche.pdf", 7_000)))
        .contains(">Πρακτικό βοήθημα</a><small>film.fiche.pdf, 7\u00a0kB</small>");
    assertThat(documents(bare, new Document(null, "plan", "/d", "film.plan.pdf", 7_000)))
        .contains(">film.plan.pdf</a><small>plan, PDF, 7\u00a0kB</small>");
  }

  private String documents(CapsuleView capsule, Document document) {
    return pages.capsule(
        LanguageChoice.of("el", null),
        new CapsuleView(
            capsule.slug(),
            capsule.title(),
            capsule.summary(),
            capsule.collection(),
            capsule.length(),
            capsule.film(),
            capsule.subtitles(),
            capsule.chapters(),
            capsule.situation(),
            capsule.credits(),
            List.of(document)),
        Samples.SHARING);
  }

  /** Their cookie does not travel into a frame on another site. */
  @Test
  void capsule_forPeopleWithAnAccount_isNotOfferedForFrames() {
    Sharing open = Samples.SHARING;
    Sharing shut = new Sharing(open.origin(), open.opens(), null, false, false, null);
    CapsuleView capsule = Samples.capsule(PageLanguage.ENGLISH);
    String page = pages.capsule(ENGLISH, capsule, shut);

    Markup.assertWellFormed(page);
    assertThat(page).contains("id=\"share-address\"");
    String[] offers = {"share-code", "share-copy-code", "oembed", "text/html\"", "embedUrl"};
    assertThat(page).doesNotContain(offers);
    assertThat(pages.capsule(ENGLISH, capsule, open)).contains(offers);
    String unlisted = "<meta name=\"robots\" content=\"noindex\">";
    assertThat(page).contains(unlisted);
    assertThat(pages.capsule(ENGLISH, capsule, open)).doesNotContain(unlisted);
  }

  @Test
  void credits_standALineEachWithTheirRoles() {
    String page = pages.capsule(ENGLISH, Samples.portrait(), Samples.SHARING);

    assertThat(page)
        .contains(
            "<li><span class=\"credit-role\">Image</span> Ana Popescu</li>",
            "<li>Merci à https://example.org</li>")
        .contains("<h2>Credits</h2>");
    assertThat(pages.capsule(ENGLISH, Samples.bare(), Samples.SHARING)).doesNotContain("credit");
  }

  @Test
  void looseCapsules_needNoShelf() {
    String page = pages.catalogue(ENGLISH, Samples.loose(PageLanguage.ENGLISH));
    assertThat(page).doesNotContain("<h3", "More capsules", "rel=\"next\"");
  }

  @Test
  void emptyCatalogue_saysWhatToDo() {
    assertThat(Markup.text(empty(ENGLISH))).contains("./capsula demo", "./capsula import");
  }

  @Test
  void capsule_offersEverything() {
    String page = capsule(LanguageChoice.of(null, "el"));
    assertThat(page)
        .contains("data-playlist=\"/media/sintel-trailer-720p/multivariant.m3u8\"")
        .contains("data-captions=\"el\"", "id=\"player-words\"", "<li data-start=\"6.7\">")
        .contains("download=\"formulaire.mp4\"", "download=\"formulaire.fr.captions.vtt\"")
        .contains("<noscript><video controls", "srclang=\"ro\" label=\"Română\"")
        .contains("label=\"Ελληνικά\"");
    assertThat(Markup.text(page)).contains("MP4 360p, 12\u00a0MB", "Οδηγός, ODT, 2,3\u00a0MB");
    assertThat(page.split(" default>", -1)).as("one default track").hasSize(2);
    String french = capsule(LanguageChoice.of("fr", null));
    assertThat(french).doesNotContain("player-words").contains("label=\"Français (CC)\"");
    assertThat(french.split(" default>", -1)).as("captions beside subtitles").hasSize(2);
  }

  @Test
  void capsule_thatHasLittle_leavesNoEmptyParts() {
    String page = pages.capsule(ENGLISH, Samples.bare(), Samples.SHARING);
    Markup.assertWellFormed(page);
    assertThat(page)
        .contains("data-storyboard=\"\"", "MP4, 1\u00a0kB")
        .doesNotContain("Chapters", "Documents</h2>", "The situation", "0p", "lede", "null");
  }

  @Test
  void error_isWellFormedAndLeadsBack() {
    String page = pages.error(ENGLISH, new ErrorView(500));
    assertThat(page).contains("href=\"/?lang=en\">All capsules").doesNotContain("<script>alert");
    Stream.of(400, 403, 404, 410, 418, 429, 500, 502, 503)
        .forEach(status -> Markup.assertWellFormed(pages.error(ENGLISH, new ErrorView(status))));
  }

  @ParameterizedTest
  @EnumSource
  void hostileWords_areOnlyWords(PageLanguage language) {
    LanguageChoice choice = new LanguageChoice(language, true);
    Text text = new Text(HOSTILE, "fr\" onload=\"x");
    Situation situation = new Situation(text, text, HOSTILE, List.of(text));
    Picture picture = new Picture(HOSTILE, 1, 1);
    List<Piece> pieces = List.of(new Piece(HOSTILE, true), new Piece(HOSTILE, false));
    CapsuleCard card =
        new CapsuleCard(
            HOSTILE,
            text,
            text,
            Duration.ZERO,
            List.of(HOSTILE),
            text,
            1,
            situation,
            picture,
            new Found(
                pieces, pieces, List.of(new FoundCue(HOSTILE, Duration.ZERO, HOSTILE, pieces))));
    Finder finder =
        new Finder(
            HOSTILE,
            List.of(new Finder.Menu("theme", List.of(new Finder.Choice(HOSTILE, text, true)))),
            List.of(new Finder.Badge("theme", text, HOSTILE)),
            new Finder.Count(1, false),
            false);
    CapsuleView capsule =
        new CapsuleView(
            HOSTILE,
            text,
            text,
            text,
            Duration.ZERO,
            new Film(HOSTILE, picture, HOSTILE, HOSTILE, 1, 1, List.of(new Quality(1, 1))),
            List.of(new SubtitleFile(HOSTILE, Role.CAPTIONS, HOSTILE, 1)),
            List.of(new Chapter(Duration.ZERO, text)),
            situation,
            text,
            List.of(new Document(text, HOSTILE, HOSTILE, HOSTILE, 1)));
    for (String page :
        List.of(
            pages.catalogue(choice, new CatalogueView(List.of(card), HOSTILE)),
            pages.catalogue(choice, new CatalogueView(List.of(card), HOSTILE, HOSTILE, finder)),
            pages.catalogue(choice, new CatalogueView(List.of(), null, HOSTILE, finder)),
            pages.capsule(choice, capsule, Samples.SHARING))) {
      Markup.assertWellFormed(page);
      assertThat(page).doesNotContain("<script>");
      assertThat(Markup.attributes(page)).doesNotContain("onload");
    }
  }

  private String catalogue(LanguageChoice choice) {
    return pages.catalogue(choice, Samples.catalogue(choice.language()));
  }

  private String empty(LanguageChoice choice) {
    return pages.catalogue(choice, new CatalogueView(List.of(), null));
  }

  private String capsule(LanguageChoice choice) {
    return pages.capsule(choice, Samples.capsule(choice.language()), Samples.SHARING);
  }

  private List<String> all(LanguageChoice choice) {
    return List.of(
        catalogue(choice),
        empty(choice),
        capsule(choice),
        pages.capsule(choice, Samples.portrait(), Samples.SHARING),
        pages.error(choice, new ErrorView(503)));
  }
}

package org.capsula.pipeline.delivery;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.delivery.Sheet.ReleasePart;
import org.capsula.pipeline.delivery.Sheet.SituationPart;
import org.capsula.pipeline.delivery.Sheet.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SheetReaderTest {
  private static Sheet read(String yaml) {
    return SheetReader.read("film.yaml", yaml.getBytes(UTF_8));
  }

  private static Sheet faultless(String yaml) {
    Sheet sheet = read(yaml);
    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.trust()).isEqualTo(Trust.ALL);
    return sheet;
  }

  @Test
  void sheet_withEveryKey_isReadWhole() {
    Sheet sheet =
        faultless(
            """
            title: {fr: "L'accueil", gre: "Υποδοχή", rum: "Primirea"}
            summary: {fr: "Une mère", ell: "Μια μητέρα"}
            keywords: {fr: [école, famille], el: "σχολείο, οικογένεια"}
            language: fre
            situation:
              title: {fr: La plateforme}
              narrative: {fr: "Il était"}
              themes: [logement, numérique]
              country: be
            collection: {title: {fr: Pratiques}, order: 3}
            languages: [fr, gre, ro]
            release: {audience: link, opens: 2026-12-01T09:00, closes: null, zone: Europe/Brussels}
            """);

    assertThat(sheet.texts().titles().byLanguage())
        .isEqualTo(Map.of("fr", "L'accueil", "el", "Υποδοχή", "ro", "Primirea"));
    assertThat(sheet.texts().summaries().byLanguage()).containsEntry("el", "Μια μητέρα");
    assertThat(sheet.texts().keywords())
        .isEqualTo(
            Map.of("fr", List.of("école", "famille"), "el", List.of("σχολείο", "οικογένεια")));
    assertThat(sheet.language()).isEqualTo("fr");
    SituationPart situation = requireNonNull(sheet.situation());
    assertThat(situation.themes()).containsExactly("logement", "numérique");
    assertThat(situation.country()).isEqualTo("BE");
    assertThat(situation.narratives().byLanguage()).containsEntry("fr", "Il était");
    assertThat(requireNonNull(sheet.collection()).order()).isEqualTo(3);
    assertThat(sheet.requiredLanguages()).containsExactly("fr", "el", "ro");
    ReleasePart release = requireNonNull(sheet.release());
    assertThat(release.audience()).isEqualTo(Audience.LINK);
    assertThat(release.opens()).isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(release.closes()).isNull();
  }

  @Test
  void plainText_whereLanguagesMayStand_isOfUnknownLanguage() {
    Sheet sheet = faultless("title: Accueil\nsummary: Court\nkeywords: [a, b]\nlanguages: fr, el");

    assertThat(sheet.texts().titles().byLanguage()).isEqualTo(Map.of("und", "Accueil"));
    assertThat(sheet.texts().keywords()).isEqualTo(Map.of("und", List.of("a", "b")));
    assertThat(sheet.requiredLanguages()).containsExactly("fr", "el");
  }

  @ParameterizedTest
  @CsvSource({"1.10", "007", "1_000", "2026-12-01", "true", "No", "12:30", "0x1F", "1e5", ".5"})
  void title_thatLooksLikeAnotherType_staysAsTyped(String title) {
    assertThat(faultless("title: " + title).texts().titles().byLanguage())
        .containsEntry("und", title);
  }

  @Test
  void norway_isACountryAndNotFalse() {
    SituationPart situation =
        requireNonNull(faultless("situation: {title: x, country: NO}").situation());
    assertThat(situation.country()).isEqualTo("NO");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing yet\n", "---\n", "---\n---\n", "\uFEFF", "~"})
  void emptySheet_saysNothing(String yaml) {
    assertThat(faultless(yaml).texts().titles().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFFtitle: Été\r\nsummary: Court\r\n", "---\ntitle: Été\n---\n"})
  void sheet_fromAWindowsEditorOrWithMarkers_isRead(String yaml) {
    assertThat(faultless(yaml).texts().titles().byLanguage()).containsEntry("und", "Été");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: [a] | title: should be a text",
        "title: {fr: [a]} | title: should be a text",
        "title: {xx: a} | no language",
        "title: {gre: a, ell: b} | stands there already",
        "keywords: {fr: {a: b}} | keywords: should be a text",
        "language: klingonese | no language",
        "situation: Paris | situation: should hold keys",
        "situation: {country: BEL} | no country",
        "situation: {contry: BE} | situation: contry: is not known",
        "collection: {order: 3} | has no title",
        "collection: {title: a, order: third} | whole number",
        "collection: {title: a, order: 1.5} | whole number"
      })
  void mistake_inOnePlace_costsOnlyThat(String yaml, String words) {
    Sheet sheet = read("summary: kept\n" + yaml);

    assertThat(sheet.problems()).singleElement().asString().contains(words).startsWith("film.yaml");
    assertThat(sheet.trust()).isEqualTo(Trust.ALL);
    assertThat(sheet.texts().summaries().byLanguage()).containsEntry("und", "kept");
  }

  @Test
  void unknownKey_mayBeAMisspeltReleaseAndOpensNothing() {
    Sheet sheet = read("title: a\nrealease: {opens: 2027-01-01T09:00, zone: UTC}");

    assertThat(sheet.trust()).isEqualTo(Trust.TEXTS);
    assertThat(sheet.problems()).anyMatch(said -> said.contains("misspelt release"));
    assertThat(sheet.texts().titles().isEmpty()).isFalse();
  }

  @Test
  void unknownRequiredLanguage_opensNothing() {
    Sheet sheet = read("title: a\nlanguages: [fr, gr]\nrelease: {audience: public}");

    assertThat(sheet.trust()).isEqualTo(Trust.TEXTS);
    assertThat(sheet.release()).isNull();
    assertThat(sheet.problems()).hasSize(2);
    assertThat(sheet.texts().titles().isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: a\\nsummary: \"open | line ",
        "title: a\\ntitle: b | line 2: “title” stands there twice",
        "a: &x b\\ntitle: *x | line 2: “*x” refers to another place",
        "title: {fr: a | line ",
        "\\ttitle: a | line 1",
        "title: a\\n---\\ntitle: b | a second document",
        "just words | should hold keys",
        "[a, b] | should hold keys",
        "title: a\\0b | film.yaml"
      })
  void brokenYaml_isNamedAndTrustedInNothing(String yaml, String words) {
    Sheet sheet = read(yaml.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0"));

    assertThat(sheet.problems()).singleElement().asString().contains(words);
    assertThat(sheet.isUnderstood()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1253", "ISO-8859-7"})
  void sheet_inAnOldCharset_isSaid(String charset) {
    Sheet sheet = SheetReader.read("f.yaml", "title: Υποδοχή".getBytes(Charset.forName(charset)));

    assertThat(sheet.problems()).singleElement().asString().contains("save it as UTF-8");
    assertThat(SheetReader.read("f.yaml", "title: é".getBytes(UTF_16LE)).isUnderstood()).isFalse();
  }

  @Test
  void hugeNesting_isRefused() {
    assertThat(read("[".repeat(100_000)).isUnderstood()).isFalse();
    assertThat(read("a: ".repeat(1_000)).isUnderstood()).isFalse();
    assertThat(read("? ".repeat(100_000)).isUnderstood()).isFalse();
    assertThat(read("- ".repeat(100_000)).isUnderstood()).isFalse();
  }

  @Test
  void bomb_isRefusedBeforeItGrows() {
    StringBuilder bomb = new StringBuilder("a0: &a0 lol\n");
    for (int n = 1; n < 30; n++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(n, n, "*a%d, ".formatted(n - 1).repeat(9)));
    }

    assertThat(read(bomb.toString()).problems()).singleElement().asString().contains("refers");
  }

  @Test
  void unshowableCharacters_areTakenOut() {
    Sheet sheet = faultless("title: \"a\\0b\\uD800c\\n d\"\nsummary: \"one\\ntwo\\u0007\"");

    assertThat(sheet.texts().titles().byLanguage()).containsEntry("und", "abc d");
    assertThat(sheet.texts().summaries().byLanguage()).containsEntry("und", "one\ntwo");
  }
}

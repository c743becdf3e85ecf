package org.capsula.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as the same word, language by language. */
class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | école          | ECOLE",
        "fr | l’école        | école",
        "fr | l'école        | l’Ecole",
        "fr | d'accord       | accord",
        "fr | aujourd’hui    | aujourdhui",
        "fr | cœur           | coeur",
        "fr | Œuvre          | oeuvre",
        "fr | plateformes    | plateforme",
        "fr | élèves         | eleve",
        "fr | ça             | ca",
        "fr | naïve          | naive",
        "el | μητέρα         | ΜΗΤΕΡΑ",
        "el | μητέρας        | μητερα",
        "el | ΟΔΟΣ           | οδός",
        "el | σχολείο        | σχολειο",
        "el | πλατφόρμας     | πλατφόρμα",
        "el | κωδικός        | κωδικό",
        "el | κοινωνικός     | κοινωνικής",
        "el | κοινωνική      | ΚΟΙΝΩΝΙΚΕΣ",
        "el | κοινωνικών     | κοινωνικό",
        "el | γυναίκα        | γυναίκες",
        "el | προϊόν         | προιον",
        "el | εξαΰλωση       | εξαυλωση",
        "ro | școală         | scoala",
        "ro | şcoală         | școală",
        "ro | părinți        | parinti",
        "ro | părinţi        | părinți",
        "ro | înscriere      | inscriere",
        "ro | ȘCOLII         | școlii",
        "de | Straße         | STRASSE",
        "de | Straße         | strasse",
        "de | Mütter         | Mutter",
        "de | Mütter         | Muetter",
        "de | Formulare      | formular",
        "de | Größe          | groesse",
        "lb | Schoul         | SCHOUL",
        "lb | d’Schoul       | Schoul",
        "lb | D'Plattform    | plattform",
        "lb | Kënnt          | kennt",
        "lb | Änneren        | anneren",
        "en | mother’s       | mother",
        "en | mothers        | mother",
        "en | connected      | connect",
        "en | naïve          | naive",
        "pl | Łódź           | lodz",
        "uk | Школа          | школа",
        "tr | İstanbul       | istanbul",
        "und | film_01       | FILM_01",
        "fr | ﬁche           | fiche",
        "fr | fiche\u00ADoutil | ficheoutil"
      })
  void words_thatMeanTheSame_areOne(String language, String one, String other) {
    String way = Words.way(language);

    assertThat(Words.terms(way, one)).isNotEmpty().isEqualTo(Words.terms(way, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | mère       | maire",
        "fr | pas        | ne",
        "el | μητέρα     | πατέρας",
        "ro | mamă       | tată",
        "de | Schule     | Schuld",
        "lb | Schoul     | Schold",
        "en | school     | scholar",
        "ja | 学校       | 学生"
      })
  void words_thatDoNot_areTwo(String language, String one, String other) {
    String way = Words.way(language);

    assertThat(Words.terms(way, one)).isNotEqualTo(Words.terms(way, other));
  }

  static Stream<List<String>> sentences() {
    return Stream.of(
        List.of(
            "fr", "Une mère ne parvient pas à joindre la plateforme de l’école, c’est fâcheux."),
        List.of("el", "Μια μητέρα δεν μπορεί να συνδεθεί με την πλατφόρμα του σχολείου της."),
        List.of("ro", "O mamă nu reușește să intre pe platforma școlii și așteaptă părinții."),
        List.of("de", "Eine Mutter erreicht die Plattform der Schule für Schüler nicht."),
        List.of("lb", "Eng Mamm kënnt net op d’Plattform vun der Schoul, hatt ass räich."),
        List.of("en", "A mother cannot reach the platform of the school; she’s naïve."));
  }

  /** Whoever types capitals or no accents, or whose machine writes them apart, finds the same. */
  @ParameterizedTest
  @MethodSource("sentences")
  void words_withoutAccentsOrInCapitals_areTheSame(List<String> sentence) {
    String way = Words.way(sentence.get(0));
    String text = sentence.get(1);
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    List<String> terms = Words.terms(way, text);

    assertThat(terms).hasSizeGreaterThan(8);
    assertThat(Words.terms(way, apart)).isEqualTo(terms);
    assertThat(Words.terms(way, apart.replaceAll("\\p{Mn}", ""))).isEqualTo(terms);
    assertThat(Words.terms(way, text.toUpperCase(Locale.ROOT))).isEqualTo(terms);
    assertThat(Words.terms(way, text.replace('’', '\''))).isEqualTo(terms);
  }

  @Test
  void words_sayWhereTheyStand() {
    String text = "« L’École », dit-elle";

    assertThat(Words.of("fr", text).stream().map(word -> text.substring(word.start(), word.end())))
        .containsExactly("L’École", "dit", "elle");
  }

  @ParameterizedTest
  @CsvSource({"fr, fr", "fr-BE, fr", "FR, fr", "el, el", "und, any", "zh-Hant, any", "'', any"})
  void way_isOfThePrimaryLanguage(String tag, String way) {
    assertThat(Words.way(tag)).isEqualTo(way);
  }
}

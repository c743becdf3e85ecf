package org.capsula.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "el, fr;q=1, GREEK",
        "ell, fr, GREEK",
        "xx, ro-RO, ROMANIAN",
        "-, 'en;q=0.3,lb-LU;q=0.9,de;q=0.8', LUXEMBOURGISH",
        "-, 'nl-BE,nl;q=0.9,fr-BE;q=0.8', FRENCH",
        "-, 'fr;q=0,de;q=0.1', GERMAN",
        "-, '*', ENGLISH",
        "-, 'zz-;;q=k', ENGLISH",
        "'', '', ENGLISH",
        "-, -, ENGLISH"
      })
  void choice_isTheAddressThenTheBrowserThenEnglish(
      String lang, String acceptLanguage, PageLanguage expected) {
    assertThat(LanguageChoice.of(lang, acceptLanguage).language()).isEqualTo(expected);
  }

  @Test
  void links_handOnOnlyWhatWasAskedFor() {
    LanguageChoice asked = LanguageChoice.of("el", "fr");
    assertThat(asked.link("/c/a")).isEqualTo("/c/a?lang=el");
    assertThat(asked.link("/?after=a#b")).isEqualTo("/?after=a&lang=el#b");
    assertThat(LanguageChoice.of(null, "fr").link("/c/a")).isEqualTo("/c/a");
  }
}

package org.capsula.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {

  @Test
  void clock_countsWholeSecondsAsThePlayerDoes() {
    assertThat(Formats.clock(Duration.ofMillis(52_999))).isEqualTo("0:52");
    assertThat(Formats.clock(Duration.ofMillis(59_999))).isEqualTo("0:59");
    assertThat(Formats.clock(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
  }

  @ParameterizedTest
  @CsvSource({
    "FRENCH, 0, 0 seconde",
    "FRENCH, 61, 1 minute 1 seconde",
    "GREEK, 245, 4 λεπτά 5 δευτερόλεπτα",
    "ROMANIAN, 60, 1 minut",
    "ROMANIAN, 119, 1 minut 59 de secunde",
    "ROMANIAN, 1202, 20 de minute 2 secunde",
    "ROMANIAN, 0, 0 secunde",
    "GERMAN, 3660, 1 Stunde 1 Minute",
    "LUXEMBOURGISH, 125, 2 Minutten 5 Sekonnen",
    "ENGLISH, 7323, 2 hours 2 minutes 3 seconds"
  })
  void spokenLength_countsAsTheLanguageDoes(PageLanguage language, long seconds, String expected) {
    assertThat(Formats.of(language).spoken(Duration.ofSeconds(seconds))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, 0, 1 kB",
    "ENGLISH, 184400, 184 kB",
    "FRENCH, 2345000, '2,3 Mo'",
    "GERMAN, 12345678, 12 MB",
    "GREEK, 1234567890, '1,2 GB'"
  })
  void size_isShort(PageLanguage language, long bytes, String expected) {
    assertThat(Formats.of(language).size(bytes)).isEqualTo(expected.replace(' ', '\u00a0'));
  }

  @Test
  void countries_haveTheirNameInTheLanguage() {
    assertThat(List.of(PageLanguage.values()))
        .extracting(language -> Formats.of(language).country("GR"))
        .containsExactly("Grèce", "Ελλάδα", "Grecia", "Griechenland", "Griicheland", "Greece");
  }

  @Test
  void languages_haveTheirNameInTheLanguage() {
    assertThat(List.of(PageLanguage.values()))
        .extracting(language -> Formats.of(language).languageName("lb"))
        .containsExactly(
            "luxembourgeois",
            "Λουξεμβουργιανά",
            "luxemburgheză",
            "Luxemburgisch",
            "Lëtzebuergesch",
            "Luxembourgish");
  }

  @ParameterizedTest
  @EnumSource
  void language_callsItselfByItsOwnName(PageLanguage language) {
    assertThat(Formats.of(language).languageName(language.tag()))
        .isEqualToIgnoringCase(language.ownName());
  }
}

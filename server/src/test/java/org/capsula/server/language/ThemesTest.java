package org.capsula.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "protection de l’enfance",
        "Protection de l'enfance",
        "PROTECTION DE L’ENFANCE ",
        "παιδική προστασία",
        "protectia copilului",
        "Kinderschutz",
        "child protection"
      })
  void theme_isKnown_howeverItWasWritten(String written) {
    assertThat(Themes.key(written)).contains("theme.protection-de-l-enfance");
  }

  @Test
  void theme_thatNobodyListed_isUnknown() {
    assertThat(Themes.key("tournevis")).isEmpty();
    assertThat(Themes.key("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void words_leadBackToTheirOwnTheme(PageLanguage language) {
    Messages words = Messages.of(language);
    assertThat(words.keys())
        .filteredOn(key -> key.startsWith("theme."))
        .hasSizeGreaterThan(12)
        .allSatisfy(key -> assertThat(Themes.key(words.text(key))).contains(key));
  }
}

package org.capsula.subtitles.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.capsula.subtitles.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuesserTest {
  /** Everyday talk and the language of law, each in full and in its first lines. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "el", "ro", "de", "lb", "nl", "en"})
  void text_isToldByItsSmallWords(String language) {
    for (String kind : new String[] {"dialog_", "udhr_"}) {
      String text = SharedData.text("subtitles/languages/" + kind + language + ".txt");

      assertThat(LanguageGuesser.guess(text)).as(kind).contains(language);
      String beginning = text.substring(0, Math.min(400, text.length()));
      assertThat(LanguageGuesser.guess(beginning)).as(kind + beginning).contains(language);
    }
  }

  @Test
  void whatIsNoTalk_hasNoLanguage() {
    assertThat(LanguageGuesser.guess("")).isEmpty();
    assertThat(LanguageGuesser.guess("42 … !!! 7")).isEmpty();
    assertThat(LanguageGuesser.guess("Ez egy magyar mondat, amelyet senki sem ért itt meg."))
        .isEmpty();
  }
}

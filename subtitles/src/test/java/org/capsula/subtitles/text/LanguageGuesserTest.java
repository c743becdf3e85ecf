package org.capsula.subtitles.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.capsula.subtitles.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Neighbours of ours: known, or at least not taken for one of ours. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | ¿En qué puedo ayudarle? Tengo que rellenar el papel de la escuela, pero no lo entiendo.",
        "es | ¿Qué pasa? Nada. Ven aquí, por favor. ¿Dónde está tu madre? Está en casa, con él.",
        "it | Come posso aiutarla? Devo compilare il modulo per la scuola, ma non ho la password.",
        "it | Che cosa succede? Niente. Vieni qui, per favore. È a casa con mio fratello.",
        "pt | Em que posso ajudar? Preciso de preencher o papel da escola, mas não sei como.",
        "pt | Não se preocupe, vamos fazer isso com calma. Tem um endereço? Então é para já.",
      })
  void neighbour_isKnown(String language, String text) {
    assertThat(LanguageGuesser.guess(text)).as(text).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Günaydın, size nasıl yardımcı olabilirim? Okul için formu doldurmam gerekiyor ama şifrem yok.",
        "Добрий день, чим можу допомогти? Мені потрібно заповнити форму для школи, але я не маю пароля.",
        "Bos días, en que podo axudalo? Teño que cubrir o papel da escola, pero non sei como entrar.",
        "Mirëdita, si mund t'ju ndihmoj? Më duhet të plotësoj formularin për shkollën e vajzës sime.",
        "Jó napot, miben segíthetek? Ki kell töltenem az űrlapot, de nincs meg a jelszó.",
        "No. No! Okay?",
      })
  void whatCannotBeTold_isNotGuessed(String text) {
    assertThat(LanguageGuesser.guess(text)).as(text).isEmpty();
  }

  @Test
  void romanianOfAnOlderCodePage_isKnownByItsCedillas() {
    assertThat(
            LanguageGuesser.guess(
                "Şi eu vreau să ştiu această parolă, vă rog. Aţi uitat-o şi dvs."))
        .contains("ro");
  }

  @Test
  void whatIsNoTalk_hasNoLanguage() {
    assertThat(LanguageGuesser.guess("")).isEmpty();
    assertThat(LanguageGuesser.guess("42 … !!! 7")).isEmpty();
    assertThat(LanguageGuesser.guess("Ez egy magyar mondat, amelyet senki sem ért itt meg."))
        .isEmpty();
  }
}

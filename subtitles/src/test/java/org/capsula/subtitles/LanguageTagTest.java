package org.capsula.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

  @ParameterizedTest
  @CsvSource({
    "gre,el",
    "ell,el",
    "rum,ro",
    "ron,ro",
    "ger,de",
    "deu,de",
    "ltz,lb",
    "fre,fr",
    "fra,fr",
    "eng,en",
    "dut,nl",
    "nld,nl",
    "alb,sq",
    "sqi,sq",
    "arm,hy",
    "baq,eu",
    "bur,my",
    "chi,zh",
    "zho,zh",
    "cze,cs",
    "ces,cs",
    "geo,ka",
    "ice,is",
    "mac,mk",
    "mao,mi",
    "may,ms",
    "per,fa",
    "slo,sk",
    "slk,sk",
    "tib,bo",
    "wel,cy",
    "ara,ar",
    "tur,tr",
    "mol,ro",
    "iw,he",
    "fr,fr",
    "EL,el",
    "pt-br,pt-BR",
    "pt_BR,pt-BR",
    "GRE-gr,el-GR",
    "sr-latn-rs,sr-Latn-RS",
    "rup,rup",
    "rom,rom",
    "gsw-CH,gsw-CH",
    "' fr ',fr",
  })
  void normalise_ofALanguage_isItsShortestTag(String tag, String normal) {
    assertThat(LanguageTag.normalise(tag)).contains(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "und",
        "mul",
        "zxx",
        "mis",
        "xx",
        "zz",
        "qaa",
        "captions",
        "",
        "-",
        "f",
        "fr-",
        "français",
        "x-private",
        "12",
        "root",
        "en--GB",
        "fr.captions"
      })
  void normalise_ofNoLanguage_isEmpty(String tag) {
    assertThat(LanguageTag.normalise(tag)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fr,Français",
    "el,Ελληνικά",
    "gre,Ελληνικά",
    "ro,Română",
    "de,Deutsch",
    "lb,Lëtzebuergesch",
    "en,English",
    "nl,Nederlands",
    "pt-BR,Português (Brasil)",
    "rup,Aromanian",
    "zz,Zz",
    "'',''",
  })
  void ownName_ofALanguage_isInThatLanguage(String tag, String name) {
    assertThat(LanguageTag.ownName(tag)).isEqualTo(name);
  }

  @Test
  void ownName_underAnyDefaultLocale_isTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(LanguageTag.ownName("it")).isEqualTo("Italiano");
      assertThat(LanguageTag.ownName("rup")).isEqualTo("Aromanian");
      assertThat(LanguageTag.normalise("ITA")).contains("it");
    } finally {
      Locale.setDefault(before);
    }
  }
}

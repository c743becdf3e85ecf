package org.capsula.pipeline.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "La porte.mp4, La porte.mp4",
    "../../etc/passwd, passwd",
    "C:\\films\\a.mov, a.mov",
    "a\u202Egnp.mp4, agnp.mp4",
    "'  a \t b.mp4 ', a b.mp4",
    "Η πόρτα.mp4, Η πόρτα.mp4",
    "'', film",
    "'..', film",
    "'/', film"
  })
  void name_isFitToBeShown(String given, String shown) {
    assertThat(FileName.clean(given)).isEqualTo(shown);
  }

  @Test
  void controlCharactersAndHalvesOfLetters_areLeftOut() {
    assertThat(FileName.clean("a\r\nSet-Cookie: b\0\u001B[31m\uD800.mp4"))
        .isEqualTo("aSet-Cookie: b[31m.mp4");
  }

  @Test
  void accentsThatStandApart_areJoined() {
    assertThat(FileName.clean("e\u0301te\u0301.mp4")).isEqualTo("été.mp4");
  }

  @Test
  void endlessName_isShortenedInTheMiddle() {
    String shown = FileName.clean("😀".repeat(40_000) + ".mp4");

    assertThat(shown).hasSizeLessThanOrEqualTo(255).endsWith(".mp4").contains("…");
    assertThat(shown.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
  }
}

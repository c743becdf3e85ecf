package org.capsula.subtitles.webvtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cue text as people write it. */
class ReadableCueTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R&amp;D|R&D",
        "a &gt; b|a > b",
        "<i>x</i> &lt;3|<i>x</i> &lt;3",
        "<v A&amp;B>x|<v A&amp;B>x",
        // These would mean something else without their escape.
        "&amp;amp;|&amp;amp;",
        "&amp;#38;|&amp;#38;",
        "&nbsp;|&nbsp;",
      })
  void cueText_isReadWithoutNeedlessEscapes(String cueText, String readable) {
    assertThat(CueText.readable(cueText)).isEqualTo(readable);
    assertThat(CueText.ofReadable(readable)).isEqualTo(cueText);
  }

  @Test
  void whateverIsWritten_showsTheSameWhenReadAgain() {
    String[] parts = {"&", "amp;", "lt;", "#38;", "<", ">", "i", "/", " ", "-->", "ά", "\n", ";"};
    Random random = new Random(20261123);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(9); part > 0; part--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String cueText = CueText.ofReadable(text.toString());

      assertThat(CueText.ofReadable(CueText.readable(cueText))).isEqualTo(cueText);
      if (!cueText.contains("<")) {
        // Beside tags plain() joins what a player keeps apart: a lone & and the letters after a
        // tag.
        assertThat(CueText.plain(CueText.readable(cueText))).isEqualTo(CueText.plain(cueText));
      }
    }
  }
}

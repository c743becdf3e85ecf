package org.capsula.subtitles.webvtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<v Mme Petit>Il <i>ne</i> dort plus. | Il ne dort plus.",
        "<c.loud.red>non</c>                  | non",
        "a<00:00:01.000>b                     | ab",
        "AT&amp;T &lt;3 &gt;                  | AT&T <3 >",
        "&amp;lt;                             | &lt;",
        "&unknown; & &;                       | &unknown; & &;",
        "&#233;&#xE9;                         | éé",
        "&#0;&#xD800;&#9999999;               | \uFFFD\uFFFD\uFFFD",
        "left <b open                         | left",
        "$1 \\1                               | $1 \\1",
      })
  void plain_ofCueText_isWhatIsShown(String cueText, String shown) {
    assertThat(CueText.plain(cueText).strip()).isEqualTo(shown);
  }

  @Test
  void plain_ofTwoLines_keepsTheBreak() {
    assertThat(CueText.plain("<i>a</i>\nb")).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a < b & c > d", "<i>", "&amp;", "-->", "$0"})
  void escape_thenPlain_isTheSame(String text) {
    assertThat(CueText.escape(text)).doesNotContain("<", "-->");
    assertThat(CueText.plain(CueText.escape(text))).isEqualTo(text);
  }

  @Test
  void shift_backward_movesTimesAndDropsThoseBeforeZero() {
    assertThat(CueText.shift("a<00:05.000>b<01:00:07.250>c", Duration.ofSeconds(-6)))
        .isEqualTo("ab<01:00:01.250>c");
  }
}

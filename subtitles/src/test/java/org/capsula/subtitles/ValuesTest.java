package org.capsula.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValuesTest {

  @ParameterizedTest
  @EnumSource(Code.class)
  void code_asWord_isKebabCase(Code code) {
    assertThat(code.word()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void finding_withArguments_keepsTheirOrder() {
    Finding finding =
        Finding.of(Code.TIMING_REPAIRED).with("timing", "z").with("start", 1).with("end", 0);

    assertThat(finding.arguments().keySet()).containsExactly("timing", "start", "end");
    assertThatThrownBy(() -> finding.arguments().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void finding_placed_keepsWhatItSays() {
    assertThat(Finding.of(Code.CUE_EMPTY).atLine(3).atCue(2))
        .isEqualTo(new Finding(Severity.NOTE, "cue-empty", 3, 2, Map.of()));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void role_ofItsWord_isFound(Role role) {
    assertThat(Role.ofWord(role.word())).contains(role);
  }

  @Test
  void role_ofAnotherWord_isEmpty() {
    assertThat(Role.ofWord("Captions")).isEmpty();
    assertThat(Arrays.stream(Role.values()).map(Role::word))
        .containsExactly("subtitles", "captions", "descriptions", "chapters");
  }
}

package org.capsula.subtitles.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

  /** The window is 10 s to 20 s. */
  @ParameterizedTest
  @CsvSource({
    "12,15,2,5",
    "10,20,0,10",
    "8,12,0,2",
    "19,25,9,10",
    "5,30,0,10",
  })
  void cue_inTheWindow_isClippedAndShifted(int start, int end, int newStart, int newEnd) {
    assertThat(clip(cue(start, end, "x"))).containsExactly(cue(newStart, newEnd, "x"));
  }

  @ParameterizedTest
  @CsvSource({"5,10", "20,25", "15,15", "16,15", "0,1"})
  void cue_notShownInTheWindow_isLeftOut(int start, int end) {
    assertThat(clip(cue(start, end, "x"))).isEmpty();
  }

  @Test
  void timesWithinTheText_moveWithTheCue() {
    assertThat(clip(cue(8, 15, "a<00:00:09.000>b<00:00:12.000>c")))
        .extracting(Cue::text)
        .containsExactly("ab<00:00:02.000>c");
  }

  @Test
  void window_reversed_isOurFault() {
    assertThatThrownBy(() -> Cut.clip(List.of(), Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT1S");
  }

  private static List<Cue> clip(Cue cue) {
    return Cut.clip(List.of(cue), Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  private static Cue cue(int start, int end, String text) {
    return new Cue(
        "id", Duration.ofSeconds(start), Duration.ofSeconds(end), text, CueSettings.DEFAULT);
  }
}

package org.capsula.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FindingsTest {
  @ParameterizedTest
  @EnumSource(org.capsula.media.Code.class)
  void everyCodeOfTheFootage_hasWords(org.capsula.media.Code code) {
    Finding finding = Findings.of(org.capsula.media.Finding.of(code));

    assertThat(finding.message()).isNotBlank().endsWith(".");
    assertThat(finding.code()).isEqualTo(code.word());
    assertThat(finding.severity()).isIn("note", "warning", "error");
  }

  @ParameterizedTest
  @EnumSource(org.capsula.subtitles.Code.class)
  void everyCodeOfTheSubtitles_hasWords(org.capsula.subtitles.Code code) {
    assertThat(Findings.of(org.capsula.subtitles.Finding.of(code)).message()).isNotBlank();
  }

  @Test
  void arguments_standInTheSentence() {
    Finding finding =
        Findings.of(
            org.capsula.subtitles.Finding.of(org.capsula.subtitles.Code.END_BEFORE_START)
                .atLine(7)
                .atCue(2)
                .with("start", Duration.ofMillis(2500))
                .with("end", Duration.ofSeconds(1)));

    assertThat(finding.message())
        .isEqualTo("The cue ends (1.0 s) before it starts (2.5 s) and never shows.");
    assertThat(finding.action()).isEqualTo("Correct its times.");
    assertThat(finding.line()).isEqualTo(7);
    assertThat(finding.cue()).isEqualTo(2);
  }

  @Test
  void placesInTheFilm_areSeconds() {
    Finding finding =
        Findings.of(
            org.capsula.media.Finding.of(org.capsula.media.Code.DECODE_ERRORS)
                .between(Duration.ofMillis(1234), null)
                .with("count", 3)
                .with("kind", "picture"));

    assertThat(finding.startSeconds()).isEqualTo(1.234);
    assertThat(finding.endSeconds()).isNull();
    assertThat(finding.message()).isEqualTo("Damaged picture data: 3 errors while decoding.");
  }

  @Test
  void argumentThatLooksLikeAPlace_isNotFilledAgain() {
    Finding finding =
        Findings.of(
            org.capsula.media.Severity.ERROR,
            "subtitles-unreadable",
            Map.of("file", "{reason}.srt", "reason", "no"));

    assertThat(finding.message())
        .isEqualTo("{reason}.srt could not be read as subtitles and was left out: no");
  }
}

package org.capsula.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.capsula.media.Finding;
import org.capsula.media.Severity;
import org.junit.jupiter.api.Test;

class DecodeErrorsTest {
  private static final Duration FILM = Duration.ofMinutes(10);

  private final DecodeErrors errors = new DecodeErrors();

  @Test
  void errorsWithinTwoSeconds_areOnePlace() {
    at(30, 10, 12, 14, 16.1, 31);

    assertThat(errors.findings("sound", FILM))
        .extracting(Finding::start, Finding::end, finding -> finding.arguments().get("count"))
        .containsExactly(
            Tuple.tuple(seconds(10), seconds(14), 3),
            Tuple.tuple(seconds(16.1), seconds(16.1), 1),
            Tuple.tuple(seconds(30), seconds(31), 2));
  }

  /** Pictures are decoded in another order than they are shown. */
  @Test
  void errorBetweenTwoPlaces_joinsThem() {
    at(10, 13, 11.5);

    assertThat(errors.findings("picture", FILM))
        .extracting(Finding::start, Finding::end, finding -> finding.arguments().get("count"))
        .containsExactly(Tuple.tuple(seconds(10), seconds(13), 3));
  }

  @Test
  void errorWithoutTime_isWhereTheLastOneWas() {
    at(10);
    errors.at(null);

    assertThat(errors.findings("picture", FILM))
        .extracting(Finding::start, finding -> finding.arguments().get("count"))
        .containsExactly(Tuple.tuple(seconds(10), 2));
  }

  @Test
  void errorsWithoutAnyTime_concernTheWhole() {
    errors.at(null);
    errors.at(null);

    assertThat(errors.findings("picture", FILM))
        .extracting(Finding::start, finding -> finding.arguments().get("count"))
        .containsExactly(Tuple.tuple(null, 2));
  }

  @Test
  void moreThanTwentyPlaces_areCounted() {
    for (int i = 0; i < 25; i++) {
      at(20 * i);
    }

    List<Finding> findings = errors.findings("picture", FILM);

    assertThat(findings).hasSize(21);
    Finding more = findings.get(20);
    assertThat(more.code()).isEqualTo("more-places");
    assertThat(more.arguments()).containsEntry("count", 5);
    assertThat(more.start()).isEqualTo(seconds(400));
    assertThat(more.end()).isEqualTo(seconds(480));
  }

  @Test
  void damageOfMoreThanAFifth_isGrave() {
    for (int second = 0; second < 130; second++) {
      at(second);
    }

    assertThat(errors.findings("picture", FILM))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  private void at(double... seconds) {
    for (double second : seconds) {
      errors.at(seconds(second));
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}

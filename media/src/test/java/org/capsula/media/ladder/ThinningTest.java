package org.capsula.media.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.capsula.media.Rational;
import org.capsula.media.ladder.Thinning.Measured;
import org.capsula.media.probe.VideoTrack;
import org.junit.jupiter.api.Test;

class ThinningTest {
  private static final Ladder FULL = Ladder.ofFootage(video());

  @Test
  void rungsOfAFilm_areAllKept() {
    Ladder thinned =
        Thinning.of(
            FULL,
            List.of(
                new Measured(1080, 4_000_000),
                new Measured(720, 2_200_000),
                new Measured(540, 1_400_000),
                new Measured(360, 800_000),
                new Measured(234, 450_000)));

    assertThat(thinned).isEqualTo(FULL);
  }

  @Test
  void rungsOfSlides_areDroppedWithTheReason_butForTheTopAndTheDownloads() {
    Ladder thinned =
        Thinning.of(
            FULL,
            List.of(
                new Measured(1080, 300_000),
                new Measured(720, 280_000),
                new Measured(540, 270_000),
                new Measured(360, 250_000),
                new Measured(234, 200_000)));

    assertThat(thinned.rungs()).extracting(Rung::lines).containsExactly(1080, 720, 234);
    assertThat(thinned.decisions())
        .filteredOn(decision -> !decision.kept())
        .containsExactly(
            new LadderDecision(
                540, false, "would bring nothing: 720 lines need 280 kbit/s, this would need 270"),
            new LadderDecision(
                360, false, "would bring nothing: 720 lines need 280 kbit/s, this would need 250"));
    assertThat(thinned.decisions())
        .extracting(LadderDecision::lines)
        .containsExactly(1080, 720, 540, 360, 234);
  }

  /** At exactly a quarter more the larger one costs what a player would step down for. */
  @Test
  void rungAQuarterLighter_isKept() {
    Ladder thinned =
        Thinning.of(FULL, List.of(new Measured(720, 500_000), new Measured(540, 400_000)));

    assertThat(thinned.rungs()).extracting(Rung::lines).contains(720, 540);
  }

  /** A rung that was never encoded has no measure, and its decision stands. */
  @Test
  void rungThatWasNotMeasured_staysAsDecided() {
    assertThat(Thinning.of(FULL, List.of())).isEqualTo(FULL);
  }

  private static VideoTrack video() {
    return new VideoTrack(
        0, "h264", 1920, 1080, 0, Rational.of(25), true, Duration.ofMinutes(1), null);
  }
}

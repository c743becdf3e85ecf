package org.capsula.media.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.capsula.media.Rational;
import org.capsula.media.probe.VideoTrack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 1920x1080 1280x720 960x540 640x360 416x234",
    "1280, 720,  1280x720 960x540 640x360 416x234",
    "854,  480,  854x480 640x360 416x234",
    "768,  432,  768x432 640x360 416x234",
    "640,  360,  640x360 416x234",
    "320,  240,  320x240",
    "160,  120,  160x120",
    // Larger than 1080: not kept unless asked for.
    "3840, 2160, 1920x1080 1280x720 960x540 640x360 416x234",
    "2160, 3840, 1080x1920 720x1280 540x960 360x640 234x416",
    "720,  1280, 720x1280 540x960 360x640 234x416",
    // The short side names the rung, whatever the aspect.
    "960,  400,  960x400 562x234",
    "640,  480,  640x480 480x360 312x234",
    "1000, 1000, 1000x1000 720x720 540x540 360x360 234x234",
    // 0.85 of 846 is 719.1, of 848 it is 720.8.
    "1504, 846,  1504x846 960x540 640x360 416x234",
    "1508, 848,  1508x848 1280x720 960x540 640x360 416x234",
  })
  void ladder_ofFootage_isItsOwnSizeAndTheUsualOnesClearlyBelow(
      int width, int height, String sizes) {
    assertThat(sizes(Ladder.ofFootage(video(width, height)))).isEqualTo(sizes);
  }

  @ParameterizedTest
  @CsvSource({
    "853, 479",
    "479, 853",
    "1919, 1079",
    "1919, 1080",
    "1080, 1919",
    "641, 361",
    "101, 99"
  })
  void ladder_ofOddSize_isEvenAndNeverLarger(int width, int height) {
    List<Rung> rungs = Ladder.ofFootage(video(width, height)).rungs();

    assertThat(rungs)
        .isNotEmpty()
        .allSatisfy(
            rung -> {
              assertThat(rung.width()).isEven().isLessThanOrEqualTo(width);
              assertThat(rung.height()).isEven().isLessThanOrEqualTo(height);
              assertThat(rung.lines()).isEqualTo(Math.min(rung.width(), rung.height()));
            });
    // At most a pixel of each side goes.
    assertThat(rungs.get(0).width()).isGreaterThanOrEqualTo(width - 1);
    assertThat(rungs.get(0).height()).isGreaterThanOrEqualTo(height - 1);
  }

  @Test
  void aspect_ofEveryRung_isTheFootagesWithinAPixel() {
    VideoTrack film = video(1998, 1080);

    assertThat(Ladder.ofFootage(film).rungs())
        .hasSize(5)
        .allSatisfy(
            rung ->
                assertThat((double) rung.width())
                    .isCloseTo(rung.height() * 1998.0 / 1080, within(1.0)));
  }

  @Test
  void decisions_ofFootage_nameEverySizeConsideredOnceLargestFirst() {
    Ladder ladder = Ladder.ofFootage(video(768, 432));

    assertThat(ladder.decisions())
        .extracting(LadderDecision::lines, LadderDecision::kept)
        .containsExactly(
            tuple(1080, false),
            tuple(720, false),
            tuple(540, false),
            tuple(432, true),
            tuple(360, true),
            tuple(234, true));
    assertThat(ladder.decisions().get(0).reason()).contains("larger than the footage (432 lines)");
  }

  @Test
  void decision_forASizeJustBelowTheTop_saysItIsTooClose() {
    assertThat(Ladder.ofFootage(video(680, 382)).decisions())
        .contains(new LadderDecision(360, false, "too close to the size above it"));
  }

  @Test
  void request_beyondTheFootage_isLeftOut() {
    Ladder ladder = Ladder.ofRequest(video(1280, 720), List.of(360, 1080, 720));

    assertThat(sizes(ladder)).isEqualTo("1280x720 640x360");
    assertThat(ladder.decisions().get(0).lines()).isEqualTo(1080);
    assertThat(ladder.decisions().get(0).kept()).isFalse();
  }

  @Test
  void request_onlyBeyondTheFootage_givesItsOwnSize() {
    assertThat(sizes(Ladder.ofRequest(video(1280, 720), List.of(2160, 1080))))
        .isEqualTo("1280x720");
  }

  @Test
  void request_above1080_isKeptWhereTheFootageHasIt() {
    assertThat(sizes(Ladder.ofRequest(video(3840, 2160), List.of(2160, 480))))
        .isEqualTo("3840x2160 854x480");
  }

  @Test
  void request_oddOrTwice_isRoundedDownAndMadeOnce() {
    assertThat(sizes(Ladder.ofRequest(video(1280, 720), List.of(361, 360, 361))))
        .isEqualTo("640x360");
  }

  @Test
  void budget_ofSmallerOrFasterPictures_followsPixelsAndRate() {
    List<Rung> rungs = Ladder.ofFootage(video(1920, 1080)).rungs();

    assertThat(rungs.get(0).maxBitrate()).isEqualTo(6_000_000);
    assertThat(rungs).extracting(Rung::maxBitrate).isSortedAccordingTo((a, b) -> b - a);
    // A quarter of the pixels to the power of 0.75: 0.354.
    assertThat(rungs.get(2).maxBitrate()).isEqualTo(2_121_000);
    // Twice the frames: the square root of two.
    assertThat(Ladder.ofFootage(video(1920, 1080, Rational.of(60))).rungs().get(0).maxBitrate())
        .isEqualTo(8_485_000);
    // Fewer frames than 30 a second save nothing of the cap.
    assertThat(Ladder.ofFootage(video(1920, 1080, Rational.of(10))).rungs().get(0).maxBitrate())
        .isEqualTo(6_000_000);
  }

  private static String sizes(Ladder ladder) {
    return String.join(
        " ", ladder.rungs().stream().map(rung -> rung.width() + "x" + rung.height()).toList());
  }

  private static VideoTrack video(int width, int height) {
    return video(width, height, Rational.of(30));
  }

  private static VideoTrack video(int width, int height, Rational rate) {
    return new VideoTrack(
        /* index= */ 0,
        "h264",
        width,
        height,
        /* rotation= */ 0,
        rate,
        /* constantRate= */ true,
        /* end= */ Duration.ofMinutes(1),
        /* hdr= */ null);
  }
}

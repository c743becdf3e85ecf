package org.capsula.media.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.capsula.media.Rational;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.probe.VideoTrack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyDecisionTest {
  private static final VideoTrack VIDEO =
      new VideoTrack(
          0, "h264", 1280, 720, 0, Rational.of(25), true, Duration.ofMinutes(1), /* hdr= */ null);

  private static final Ladder LADDER = Ladder.ofRequest(VIDEO, List.of(720, 360));
  private static final long CAP = LADDER.rungs().get(0).maxBitrate();

  @Test
  void footageWithinTheRungsBudget_isCopied() {
    assertThat(obstacle(LADDER, copy(CAP, 2 * CAP), true)).isNull();
  }

  @Test
  void footageThatAViewersLineCannotCarry_isEncoded() {
    assertThat(obstacle(LADDER, copy(CAP + 1, 2 * CAP), true))
        .isEqualTo("it takes %d kbit/s".formatted((CAP + 1) / 1000));
    assertThat(obstacle(LADDER, copy(CAP, 2 * CAP + 1), true)).startsWith("it takes");
  }

  @Test
  void footageOfAnotherSize_isEncoded() {
    assertThat(obstacle(Ladder.ofRequest(VIDEO, List.of(540, 360)), copy(1, 1), true))
        .isEqualTo("it is larger than the largest size");
  }

  @Test
  void partOfFootage_isEncoded() {
    assertThat(obstacle(LADDER, copy(1, 1), false)).isEqualTo("a part of it is cut off");
  }

  @Test
  void onlyRung_isEncoded() {
    assertThat(obstacle(Ladder.ofRequest(VIDEO, List.of(720)), copy(1, 1), true))
        .isEqualTo("there is no size beside it");
  }

  @Test
  void reason_tellsHowTheFirstRungCameToBe() {
    assertThat(CopyDecision.explained(LADDER, null).decisions())
        .extracting(LadderDecision::reason)
        .containsExactly("asked for; its stream is copied as it is", "asked for");
    assertThat(CopyDecision.explained(LADDER, "it is HDR").decisions())
        .extracting(LadderDecision::reason)
        .containsExactly("asked for; encoded, as it is HDR", "asked for");
  }

  private static @Nullable String obstacle(Ladder ladder, PictureCopy copy, boolean whole) {
    return CopyDecision.obstacle(ladder.rungs(), VIDEO, copy, whole);
  }

  private static PictureCopy copy(long average, long peak) {
    return new PictureCopy(null, List.of(0), 1500, 0, average, peak);
  }
}

package org.capsula.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrimTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void trim_thatIsNoSpan_isRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Trim(second.negated(), null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Trim(second, second));
    assertThatIllegalArgumentException().isThrownBy(() -> new Trim(second, Duration.ZERO));
  }

  @Test
  void length_withoutTrim_isTheWhole() {
    assertThat(Trim.NONE.lengthOf(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void length_ofASpanInside_isItsOwn() {
    assertThat(new Trim(Duration.ofSeconds(2), Duration.ofMillis(4500)).lengthOf(MINUTE))
        .isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void length_ofASpanBeyondTheEnd_endsWithTheFootage() {
    assertThat(new Trim(Duration.ofSeconds(50), Duration.ofSeconds(90)).lengthOf(MINUTE))
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(new Trim(Duration.ofSeconds(50), null).lengthOf(MINUTE))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void length_ofASpanBehindTheFootage_isZero() {
    assertThat(new Trim(MINUTE, null).lengthOf(MINUTE)).isZero();
    assertThat(new Trim(MINUTE.plusSeconds(1), null).lengthOf(MINUTE)).isZero();
  }
}
